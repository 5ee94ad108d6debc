/**
 * Compiles sources into packages.
 */
package org.eunomia.toolchain;
