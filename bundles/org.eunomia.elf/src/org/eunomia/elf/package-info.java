/**
 * Reads ELF objects and their type information.
 */
package org.eunomia.elf;
