package org.eunomia.ide.core.verify;

/**
 * One visit of the verifier to an instruction; loops and branches make it visit some more than once.
 *
 * @param index       in the order of the log, from 0
 * @param instruction in the program as the kernel saw it
 * @param code        as the kernel disassembles it, with the operation code in front: {@code (61) r1 = *(u32 *)(r6 +0)}
 * @param source      C line that the instruction is part of
 * @param logLine     where it stands in the log, from 0
 * @param path        index of the {@link ExploredPath} that it is on
 * @param stateText   what the log says of registers and stack after it; empty when it says nothing
 * @param whole       whether that is all of the state, and not only what the instruction changed
 */
public record Step(int index, int instruction, String code, SourceLine source, int logLine, int path, String stateText, boolean whole) {
    /** Without the operation code. */
    public String mnemonic() {
        return code.replaceFirst("^\\([0-9a-f]{2}\\) ", "");
    }

    /** What the log says that it changed, or found: the state of the registers and slots that it names. */
    public RegisterState changes() {
        StateText text = new StateText(stateText);
        return new RegisterState(text.frame, text.values);
    }

    Step withState(String text, boolean whole) {
        return new Step(index, instruction, code, source, logLine, path, text, whole);
    }

    Step withSource(SourceLine source) {
        return new Step(index, instruction, code, source, logLine, path, stateText, whole);
    }

    boolean isCall() {
        return mnemonic().startsWith("call ");
    }

    boolean isBranch() {
        return mnemonic().startsWith("if ");
    }

    /** The helper, kernel function or distance that it calls, empty when it does not. */
    public String callee() {
        return isCall() ? mnemonic().substring("call ".length()).replaceFirst("#-?\\d+.*", "").strip() : "";
    }
}
