package org.eunomia.tests.kernel.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eunomia.cli.internal.Main;
import org.eunomia.cli.internal.Session;
import org.eunomia.cli.internal.StopSignal;
import org.eunomia.tests.kernel.kit.Checkout;

/** The command line with the real runtime, within the test's process or as a process of its own. */
record Eunomia(int code, String out, String err) {
    private static final Map<String, String> PROPERTIES = Map.of("eunomia.home", Checkout.file("bpf-scaffold").getParent().toString(),
            "eunomia.shim", Checkout.file("native/target/libeunomia_bpf.so").toString(),
            "eunomia.include", Checkout.file("native/target/include") + File.pathSeparator + Checkout.file("bpf-scaffold/include"));

    static Eunomia in(Path folder, String... args) {
        return in(folder, InputStream.nullInputStream(), args);
    }

    static Eunomia in(Path folder, InputStream input, String... args) {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) System.setProperty(name, value);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(input, out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false, Map.of(), folder, new StopSignal(),
                Session::installedRuntime);
        int code = Main.run(args, session);
        return new Eunomia(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Eunomia with(byte[] input, String... args) {
        return in(Path.of(""), new ByteArrayInputStream(input), args);
    }

    /** The command that starts it as a process. */
    static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        PROPERTIES.forEach((name, value) -> command.add("-D" + name + "=" + System.getProperty(name, value)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** How many BPF programs, maps and links this process holds. */
    static long held() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(Eunomia::isBpf).count();
        }
    }

    private static boolean isBpf(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("bpf");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
