/** Starting points for new trackers: the templates and examples of the folder {@code bpf-scaffold}. */
package org.eunomia.cli.internal.scaffold;
