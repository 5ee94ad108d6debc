package org.eunomia.tests.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.Checkout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code eunomia server --console}: the daemon's shell on its own standard input. */
@Tag("host")
@Timeout(180)
class ConsoleTest {
    private static final String PROMPT = "eunomia> ";

    @TempDir
    Path folder;

    /** A daemon and what it prints. */
    private final class Server implements AutoCloseable {
        private final Process process;
        private final Writer in;
        private final Path out = folder.resolve("out");

        Server(String... options) throws Exception {
            List<String> words = new ArrayList<>(List.of("server", "--listen", "none", "--unix", folder.resolve("socket").toString(), "--token-file", folder.resolve("tokens").toString(),
                    "--state", "none", "--console"));
            words.addAll(List.of(options));
            process = new ProcessBuilder(Eunomia.command(words.toArray(String[]::new))).redirectOutput(out.toFile()).redirectError(folder.resolve("log").toFile()).start();
            in = process.outputWriter();
            Await.until("the prompt", () -> Files.readString(out).endsWith(PROMPT) || !process.isAlive());
        }

        /** @return what it prints up to its next prompt */
        String run(String line) throws Exception {
            int before = Files.readString(out).length();
            in.write(line + "\n");
            in.flush();
            Await.until("an answer to " + line, () -> Files.readString(out).length() > before && Files.readString(out).endsWith(PROMPT));
            String all = Files.readString(out);
            return all.substring(before, all.length() - PROMPT.length());
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void runsCommandsAndGoesOnWhenNobodyTypesAnyMore() throws Exception {
        String pack = folder.resolve("hello.json").toString();
        assertEquals(0, Eunomia.in(folder, "build", Checkout.file("bpf-scaffold/examples/hello/hello.bpf.c").toString(), "-o", pack).code());
        try (Server server = new Server()) {
            assertTrue(server.run("help").contains("eunomia:start [-n|--name <what to call it>] <file with its package>"));
            assertEquals("1\n", server.run("eunomia:start -n mine " + pack));
            assertTrue(server.run("list").contains("running   mine"));
            assertTrue(server.run("show nobody").startsWith("error: no tracker 'nobody'"));
            server.run("stop mine");
            assertEquals("", server.run("list").strip());
            server.in.close();
            Eunomia list = Eunomia.in(folder, "list", "-a", "--host", "unix:" + folder.resolve("socket"));
            assertTrue(list.out().contains("mine") && server.process.isAlive(), list.err());
            server.process.destroy();
            assertTrue(server.process.waitFor(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void takesOnlyPackagesThatItsRulesLetPass() throws Exception {
        Path pack = folder.resolve("hello.json");
        assertEquals(0, Eunomia.in(folder, "build", Checkout.file("bpf-scaffold/examples/hello/hello.bpf.c").toString(), "-o", pack.toString()).code());
        assertEquals(0, Eunomia.in(folder, "keygen", "key.pem").code());
        try (Server server = new Server("--required-keys", folder.resolve("key.pem.pub").toString())) {
            assertTrue(server.run("start " + pack).contains("is refused"), Files.readString(server.out));
            assertEquals(0, Eunomia.in(folder, "sign", pack.toString(), "--key", "key.pem").code());
            assertEquals("1\n", server.run("start " + pack));
            server.run("stop 1");
        }
    }
}
