/** What programs can attach to on this host: reads tracefs, {@code /proc/kallsyms}, the kernel's BTF and the symbols of files, and changes nothing. */
package org.eunomia.engine.internal.hooks;
