/**
 * Starting points for new trackers, as the command line and the wizard offer them: {@link org.eunomia.toolchain.scaffold.Scaffold} finds the templates and examples of
 * the folder {@code bpf-scaffold}, {@link org.eunomia.toolchain.scaffold.NewTracker} makes the files of one of them, to be looked at first or written at once.
 *
 * <p>Nothing here compiles, and no kernel is asked.
 */
package org.eunomia.toolchain.scaffold;
