package org.eunomia.core;

/**
 * One entry of a map as raw bytes. {@code value} of a per-CPU map holds the possible CPUs' values one after the other, each padded to a
 * multiple of 8 bytes. The arrays belong to the entry and are not to be written to.
 */
public record MapEntry(byte[] key, byte[] value) { }
