package org.eunomia.core;

/** What a program can attach to. Most are called as the section of such a program begins. */
public enum HookKind {
    /** {@code category/name}, with the fields of its record. */
    TRACEPOINT,
    /** A tracepoint without its category, with the arguments that {@code tp_btf} and {@code raw_tp} programs get. */
    RAW_TRACEPOINT,
    /** Without {@code sys_enter_} and {@code sys_exit_}, both of which it has as tracepoints; with its arguments. */
    SYSCALL,
    /** A function of the kernel or of a module, with its parameters where the kernel knows them. */
    KPROBE,
    /** A function of the kernel whose types the kernel knows, for {@code fentry} and {@code fexit}. */
    FENTRY,
    /** Without {@code bpf_lsm_}. */
    LSM,
    /** What {@code iter/} programs walk over, with the members of their context. */
    ITERATOR,
    /** {@code connect4} and the like, behind {@code cgroup/} in a section's name. */
    CGROUP,
    /** The path of a program or shared library. */
    LIBRARY,
    /** {@code path:function} of a program or shared library; the filter has to begin with the path and a colon. */
    UPROBE
}
