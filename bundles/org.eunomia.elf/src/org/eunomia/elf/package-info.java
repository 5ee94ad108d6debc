/**
 * Reads ELF objects for BPF and their type information, from memory and without any dependency. {@link org.eunomia.elf.ElfFile} gives sections,
 * symbols and relocations, {@link org.eunomia.elf.Btf} the types, {@link org.eunomia.elf.BtfExt} source lines, and
 * {@link org.eunomia.elf.TypeLayout} turns a type into a layout. {@link org.eunomia.elf.ObjectContents} lists what a whole object says of itself, and
 * {@link org.eunomia.elf.GlobalText} is the text form of its globals. Malformed input ends in an {@code ObjectInvalid} failure that names the place.
 * Formats: the System V ABI (ELF-64) and the kernel's Documentation/bpf/btf.rst.
 */
package org.eunomia.elf;
