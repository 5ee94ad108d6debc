/**
 * The kernel ports on libbpf.
 */
package org.eunomia.kernel.libbpf.internal;
