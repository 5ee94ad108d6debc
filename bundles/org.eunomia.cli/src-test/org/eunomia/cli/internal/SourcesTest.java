package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final String PAGE = "<!doctype html>\n<title>Not here</title>";

    @TempDir
    Path folder;

    private Run inspect(String source) {
        return Run.in(folder, null, "inspect", source);
    }

    private static void failed(String message, Run run) {
        assertEquals(new Run(ExitCode.FAILED, "", message), run);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsAPackageFile() throws Exception {
        Run run = inspect(Packages.write(folder, Packages.params(), Packages.events()));
        assertEquals(new Run(0, """
                tool 1.0
                Shows things.
                license GPL, object of 3088 bytes

                programs
                  handle_exec  tracepoint/syscalls/sys_enter_open

                maps
                  rb  ringbuf  262144 bytes  events of type open

                event open, 36 bytes, from rb
                  0  int       pid
                  4  char[32]  filename

                params
                  --target-pid  int       0      only this process
                  --failed      bool      false  only calls that failed
                  --count       __u32     5      shadowed by the command's own option
                  --sig         enum sig  HUP
                """, ""), run);
    }

    @Test
    void describesAPackageAsJson() throws Exception {
        String json = Run.in(folder, null, "inspect", "-o", "json", Packages.write(folder, Packages.params(), Packages.events())).out();
        assertTrue(json.startsWith("{\"name\":\"tool\",\"version\":\"1.0\",\"description\":\"Shows things.\",\"license\":\"GPL\",\"object\":{\"size\":3088},"), json);
        assertTrue(json.contains("\"events\":[{\"type\":\"open\",\"size\":36,\"fields\":[{\"name\":\"pid\",\"offset\":0,\"size\":4,\"type\":\"int\",\"comment\":\"\"},"), json);
        assertTrue(json.endsWith("}\n"), json);
    }

    @Test
    void readsJsonOnTheCommandLineAndFromStandardInput() throws Exception {
        byte[] sample = Packages.sample();
        Run inline = inspect(new String(sample, StandardCharsets.UTF_8));
        assertEquals(0, inline.code(), inline.err());
        assertTrue(inline.out().contains("handle_exec  tracepoint/syscalls/sys_enter_open"), inline.out());
        assertEquals(inline.out(), Run.in(folder, null, sample, "inspect", "-").out());
    }

    @Test
    void namesNearFilesWhenThereIsNoSuchFile() throws Exception {
        write("opensnoop.json", "{}");
        failed("error: no file 'opensnop.json'\nhint: did you mean opensnoop.json?\n", inspect("opensnop.json"));
    }

    @Test
    void refusesWhatIsNoPackage() throws Exception {
        write("page.json", PAGE);
        failed("error: invalid package page.json: this is an HTML or XML page\nhint: give the address of the package itself, not of a page about it\n", inspect("page.json"));
        write("empty.json", "");
        failed("error: invalid package empty.json: it is empty\nhint: eunomia build makes a package of a .bpf.c\n", inspect("empty.json"));
        write("notes.txt", "hello");
        failed("error: invalid package notes.txt: neither JSON nor a BPF object\nhint: a C source must be a file whose name ends in .bpf.c\n", inspect("notes.txt"));
    }

    @Test
    void looksForOneSourceInAFolder() throws Exception {
        Files.createDirectory(folder.resolve("two"));
        write("two/a.bpf.c", "");
        write("two/b.bpf.c", "");
        failed("error: no single .bpf.c in the folder 'two'\nhint: did you mean two/a.bpf.c, two/b.bpf.c?\n", inspect("two"));
    }

    @Test
    void fetchesByHttpAndFollowsRedirects() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.answer("/p.json", "200 OK", "", Packages.sample()).answer("/moved", "302 Found", "Location: /p.json\r\n", new byte[0]);
            assertEquals(0, inspect(server.url("/p.json")).code());
            assertEquals(0, inspect(server.url("/moved")).code());
        }
    }

    @Test
    void refusesPagesInPlaceOfPackages() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.answer("/gone.json", "404 Not Found", "", PAGE.getBytes()).answer("/page", "200 OK", "", PAGE.getBytes());
            String url = server.url("/gone.json");
            failed("error: cannot fetch " + url + ": the server answered 404 (not found)\nhint: does the address name the package file itself?\n", inspect(url));
            String page = server.url("/page");
            failed("error: invalid package " + page + ": this is an HTML or XML page\nhint: give the address of the package itself, not of a page about it\n", inspect(page));
        }
    }

    @Test
    void refusesAnAnswerThatNeverEnds() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.answer("/bomb.json", out -> {
                out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"a\":\"".getBytes());
                byte[] block = "a".repeat(1 << 16).getBytes();
                for (long sent = 0; sent < 1L << 31; sent += block.length) out.write(block);
            });
            Run run = inspect(server.url("/bomb.json"));
            assertEquals(ExitCode.FAILED, run.code());
            assertTrue(run.err().startsWith("error: " + "package " + server.url("/bomb.json") + " exceeds the limit of "), run.err());
        }
    }

    @Test
    void tellsWhenNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/x.json";
        failed("error: cannot fetch " + url + ": no connection\n", inspect(url));
        failed("error: cannot fetch http://: not a valid address\n", inspect("http://"));
    }
}
