package org.eunomia.elf;

import java.util.List;

/**
 * A type of BTF, kind by kind as in the kernel's include/uapi/linux/btf.h. Types refer to each other by id; id 0 is {@code void}. Sizes are in bytes
 * unless a name says bits. {@code name} is empty for what has none.
 */
public sealed interface BtfType {
    String name();

    /** Stands for id 0. */
    record Void() implements BtfType {
        @Override
        public String name() {
            return "void";
        }
    }

    /** @param bitOffset where the value starts within {@code size} bytes, only used by old compilers for bit-fields */
    record Int(String name, int size, boolean signed, boolean isChar, boolean isBool, int bitOffset, int bits) implements BtfType { }

    record Ptr(int target) implements BtfType {
        @Override
        public String name() {
            return "";
        }
    }

    record Array(int element, int indexType, int count) implements BtfType {
        @Override
        public String name() {
            return "";
        }
    }

    record Struct(String name, boolean union, int size, List<Member> members) implements BtfType { }

    /** @param bitSize 0 for an ordinary member */
    record Member(String name, int type, int bitOffset, int bitSize) { }

    /** ENUM and ENUM64. */
    record Enum(String name, int size, boolean signed, List<Enumerator> values) implements BtfType { }

    record Enumerator(String name, long value) { }

    record Fwd(String name, boolean union) implements BtfType { }

    record Typedef(String name, int target) implements BtfType { }

    /** {@code const}, {@code volatile}, {@code restrict}, or a type tag, whose text is the name. */
    record Modifier(Qualifier qualifier, String name, int target) implements BtfType { }

    enum Qualifier { CONST, VOLATILE, RESTRICT, TYPE_TAG }

    record Func(String name, int prototype, int linkage) implements BtfType { }

    record FuncProto(int result, List<Param> params) implements BtfType {
        @Override
        public String name() {
            return "";
        }
    }

    /** A variadic prototype ends in a param of type 0 without name. */
    record Param(String name, int type) { }

    record Var(String name, int type, int linkage) implements BtfType { }

    record Datasec(String name, int size, List<Placement> variables) implements BtfType { }

    /** Where a variable, by the id of its {@link Var}, lies in its section. */
    record Placement(int variable, int offset, int size) { }

    record Float(String name, int size) implements BtfType { }

    /** @param component index of the member or param, -1 for the type itself */
    record DeclTag(String name, int target, int component) implements BtfType { }
}
