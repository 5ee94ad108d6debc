package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.pack.PackageReader;
import org.eunomia.pack.PackageWriter;

/** Packages for tests, around the object of the sample of 0.1.0. */
final class Packages {
    private static final Type INT = new Type.Int("int", 4, true);
    private static final Type U32 = new Type.Int("__u32", 4, false);
    private static final Type U64 = new Type.Int("__u64", 8, false);
    static final Schema OPEN = new Schema("open", new Type.Struct("struct open", false, 36,
            List.of(Field.of("pid", INT, 0), Field.of("filename", new Type.Array("char[32]", new Type.Char("char"), 32), 4))));

    private Packages() { }

    static byte[] sample() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("tests/data/seed-update.json");
            if (Files.exists(file)) return Files.readAllBytes(file);
        }
        throw new IOException("no tests/data above " + Path.of("").toAbsolutePath());
    }

    static byte[] open(int pid, String filename) {
        ByteBuffer out = ByteBuffer.allocate(36).order(ByteOrder.nativeOrder()).putInt(pid);
        return out.put(Arrays.copyOf(filename.getBytes(StandardCharsets.UTF_8), 32)).array();
    }

    static MapSpec events() {
        return new MapSpec("rb", "ringbuf", 262144, null, null, new Output.Events(List.of(new Output.Variant(OPEN, "", 0))), List.of());
    }

    static MapSpec map(Output output) {
        return new MapSpec("counts", "hash", 10, U32, U64, output, List.of());
    }

    static ParamSpec param(String name, Type type, String value, String about, String longOption, String shortOption) {
        return new ParamSpec(name, type, ".rodata", 0, value, about, longOption, shortOption);
    }

    static List<ParamSpec> params() {
        Type.Enum signal = new Type.Enum("enum sig", 4, false, List.of(new Type.Enumerator("HUP", 1), new Type.Enumerator("KILL", 9)));
        return List.of(param("target_pid", INT, "0", "only this process", "target-pid", "p"), param("failed", new Type.Bool("bool", 1), "false", "only calls that failed", "failed", ""),
                param("count", U32, "5", "shadowed by the command's own option", "count", ""), param("sig", signal, "HUP", "", "sig", ""));
    }

    static Package of(List<ParamSpec> params, MapSpec... maps) throws OperationFailedException, IOException {
        byte[] object = PackageReader.read("sample", sample()).object();
        return new Package(Package.Format.EUNOMIA_1, "tool", "1.0", "Shows things.", "GPL", object, List.of(new ProgramSpec("handle_exec", "tracepoint/syscalls/sys_enter_open", true, Map.of())),
                List.of(maps), params, Package.Requirements.NONE, List.of(), Map.of());
    }

    /** Writes a package file {@code tool.json} and returns its name. */
    static String write(Path folder, List<ParamSpec> params, MapSpec... maps) throws OperationFailedException, IOException {
        Files.write(folder.resolve("tool.json"), PackageWriter.write(of(params, maps)));
        return "tool.json";
    }
}
