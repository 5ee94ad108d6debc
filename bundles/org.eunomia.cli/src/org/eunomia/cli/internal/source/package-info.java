/** From what the user names to a package: {@link org.eunomia.cli.internal.source.Sources}. */
package org.eunomia.cli.internal.source;
