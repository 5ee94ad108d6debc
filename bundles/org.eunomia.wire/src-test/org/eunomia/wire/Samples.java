package org.eunomia.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.StartOptions;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;

/** One of everything that documents are made of. */
final class Samples {
    static final Type.Enum SIGNAL = new Type.Enum("enum signal", 4, false, List.of(new Type.Enumerator("SIGHUP", 1), new Type.Enumerator("SIGKILL", 9)));
    static final Type.Struct STRUCT = new Type.Struct("struct event", false, 64, List.of(Field.of("pid", new Type.Int("pid_t", 4, true), 0),
            Field.of("signal", SIGNAL, 4), Field.of("comm", new Type.Array("char[16]", new Type.Char("char"), 16), 8), Field.of("ratio", new Type.Float("double", 8), 24),
            Field.of("on", new Type.Bool("bool", 1), 32), Field.of("next", new Type.Pointer("struct event *", 8), 40),
            new Field("flags", new Type.Int("unsigned", 4, false), 48, 3, 5, "what it is", "hex"), Field.of("", new Type.Struct("union u", true, 4, List.of()), 52)));
    static final Schema EVENT = new Schema("event", STRUCT);

    static final List<Failure> FAILURES = List.of(
            new Failure.CompileFailed("x.bpf.c", List.of(new Diagnostic("x.bpf.c", 3, 7, Diagnostic.Severity.ERROR, "expected ';'", ";", List.of(new Diagnostic.Edit(3, 7, 3, 7, ";")))), "x.bpf.c:3:7: error\n"),
            new Failure.PackageInvalid("body", "/maps/0/type", "no such type", "see docs"),
            new Failure.ObjectInvalid(".BTF+0x10", "cut off", ""),
            new Failure.ParamInvalid("pid", "x", "no number", "0 to 4194304"),
            new Failure.VerifierRejected("handle", 13, "R1 type=scalar expected=fp", "x.bpf.c", 42, "return *p;", "check for null", "0: R1=ctx()\n1: (b7)\n"),
            new Failure.LoadFailed("map rb", 22, "Invalid argument", "a power of two", ""),
            new Failure.AttachFailed("handle", "tracepoint/x/y", "no such tracepoint", "mount tracefs"),
            new Failure.NotFound("tracker", "7", List.of("6", "8")),
            new Failure.NotSupported("kprobe", "4.1", ""),
            new Failure.NotPermitted("load BPF", "CAP_BPF", "be root"),
            new Failure.Unavailable("clang", "not on the PATH", "apt-get install clang"),
            new Failure.LimitExceeded("request body", "16 MiB", ""),
            new Failure.TooMany("trackers", "64", "stop one"),
            new Failure.Conflict("tracker opensnoop", "it has ended", ""),
            new Failure.RequestInvalid("/params/pid", "a string is wanted", ""),
            new Failure.Unauthenticated("no token", "see docs/rest.md"),
            new Failure.PolicyRefused("package x", "it is not signed", "eunomia sign signs it"));

    static final TrackerInfo TRACKER = new TrackerInfo(new TrackerId(3), "opensnoop", TrackerInfo.State.RUNNING, 2, Instant.parse("2026-11-23T18:00:00.123456789Z"),
            List.of(new MapSpec("rb", "ringbuf", 262144, null, null, new Output.Events(List.of(new Output.Variant(EVENT, "signal", 9))), List.of(0, 8)),
                    new MapSpec("counts", "hash", 10240, SIGNAL, new Type.Int("__u64", 8, false), new Output.Histogram(Output.Scale.LOG2, "usecs", 1000, true), List.of()),
                    new MapSpec("st", "stack_trace", 1, null, null, new Output.Stacks(), List.of()), new MapSpec("n", "array", 1, null, null, new Output.None(), List.of())),
            List.of("handle"), List.of("counts gets 10240 entries"), "", new PackageInfo("opensnoop", "1.0.0", "ab12"),
            new StartOptions(Map.of("team", "a"), Duration.ofMinutes(10), new StartOptions.Budget(1000, 5, 1 << 20), true));

    private Samples() { }
}
