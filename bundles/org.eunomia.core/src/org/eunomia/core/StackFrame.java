package org.eunomia.core;

/**
 * One frame of a stack with its symbol.
 *
 * @param symbol function name, empty when unknown
 * @param offset bytes from the start of the function, 0 when unknown
 * @param module file that the code comes from, {@code [kernel]} or a kernel module's name in brackets; empty when unknown
 */
public record StackFrame(long address, String symbol, long offset, String module) { }
