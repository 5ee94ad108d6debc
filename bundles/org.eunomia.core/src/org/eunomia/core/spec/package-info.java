/**
 * What a package says of itself, free of its JSON form: {@link org.eunomia.core.spec.Package} and the programs, maps and params in it.
 * All of it is what is asked for and needs no kernel.
 */
package org.eunomia.core.spec;
