package org.eunomia.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {
    @TempDir
    Path folder;
    private ToolchainConfig config;

    @BeforeEach
    void noKernel() {
        config = new ToolchainConfig("", List.of(Path.of("/inc")), folder.resolve("cache"), folder.resolve("no-btf"));
    }

    private List<String> command(String name, String text, String... flags) throws Exception {
        return Toolchain.languageServerCommand(config, Files.writeString(folder.resolve(name), text), List.of(flags));
    }

    @Test
    void saysTargetFoldersAndSource() throws Exception {
        List<String> command = command("x.bpf.c", "int a;", "-DX=1", "-I", "/mine");
        assertEquals(folder.resolve("x.bpf.c").toString(), command.get(command.size() - 1));
        assertTrue(command.containsAll(List.of("bpf", "-DX=1", "-I/mine", "-I/inc", "-I" + folder)), command.toString());
        assertTrue(command.indexOf("-I/mine") < command.indexOf("-I/inc"));
    }

    @Test
    void leavesOutWhatABuildWouldRefuse() throws Exception {
        List<String> command = command("x.bpf.c", "int a;", "-fplugin=/tmp/x.so", "-DX=1");
        assertFalse(command.contains("-fplugin=/tmp/x.so"));
        assertTrue(command.contains("-DX=1"));
    }

    @Test
    void headersAreC() throws Exception {
        List<String> command = command("x.h", "int a;");
        assertEquals("c-header", command.get(command.indexOf("-x") + 1));
    }

    @Test
    void heedsKernelFunctionsThatTheSourceDeclares() throws Exception {
        assertTrue(command("x.bpf.c", "extern int f(void) __ksym;").contains("-DBPF_NO_KFUNC_PROTOTYPES"));
        assertFalse(command("y.bpf.c", "int f(void);").contains("-DBPF_NO_KFUNC_PROTOTYPES"));
    }
}
