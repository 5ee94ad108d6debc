/**
 * Compiles ordinary libbpf sources into packages: {@link org.eunomia.toolchain.Toolchain} finds clang and builds what a
 * {@link org.eunomia.toolchain.BuildSpec} names, {@link org.eunomia.toolchain.BuildResult} is the package with all that was found out about it.
 *
 * <p>Nothing here needs a kernel that can load BPF, nor privileges, and nothing is written but the cache of kernel headers.
 */
package org.eunomia.toolchain;
