package org.eunomia.kernel.libbpf.internal.verifier;

/**
 * What a verifier log says of the refusal.
 *
 * @param reason      one line in the verifier's words
 * @param instruction index in the program as the kernel saw it, -1 when the log does not tell
 * @param file        C source of that instruction, empty when unknown
 * @param line        1-based, 0 when unknown: before Linux 6.10 the log has the text of the line only
 * @param sourceText  the text of that line
 * @param suggestion  the kernel's own advice, which it gives from Linux 7.3 on; empty when there is none
 */
public record Rejection(String reason, int instruction, String file, int line, String sourceText, String suggestion) { }
