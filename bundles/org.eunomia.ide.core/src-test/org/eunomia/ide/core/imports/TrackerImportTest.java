package org.eunomia.ide.core.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackerImportTest {
    @TempDir
    Path folder;

    private Path write(String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static List<String> targets(TrackerImport found) {
        return found.files().stream().map(ImportedFile::target).toList();
    }

    @Test
    void aSourceComesWithTheHeadersBesideIt() throws Exception {
        Path source = write("snoop.bpf.c", "#include \"vmlinux.h\"\n#include <bpf/bpf_helpers.h>\n#include \"snoop.h\"\n");
        write("snoop.h", "#include \"more/types.h\"\n");
        write("more/types.h", "#include \"../snoop.h\"\n");
        write("vmlinux.h", "/* of another kernel */\n");
        write("other.bpf.c", "");
        TrackerImport found = TrackerImport.of(source);
        assertEquals(List.of("more/types.h", "snoop.bpf.c", "snoop.h"), targets(found));
        assertEquals("snoop", found.name());
        assertEquals("snoop.bpf.c", found.main().target());
        assertEquals(List.of(), found.notices());
    }

    @Test
    void aFolderGivesAllItsProgramsAndNothingOfUserSpace() throws Exception {
        write("examples/c/minimal.bpf.c", "#include <linux/bpf.h>\n");
        write("examples/c/minimal.c", "int main() {}\n");
        write("examples/c/bootstrap.bpf.c", "#include \"vmlinux.h\"\n#include \"bootstrap.h\"\n");
        write("examples/c/bootstrap.h", "");
        write("examples/c/Makefile", "");
        write("libbpf/src/usdt.bpf.c", "");
        write(".git/x.bpf.c", "");
        TrackerImport found = TrackerImport.of(folder);
        assertEquals(List.of("examples/c/bootstrap.bpf.c", "examples/c/bootstrap.h", "examples/c/minimal.bpf.c"), targets(found));
        assertEquals("examples/c/bootstrap.bpf.c", found.main().target());
    }

    @Test
    void saysWhichHeadersAreMissing() throws Exception {
        Path source = write("in/a.bpf.c", "#include \"../out.h\"\n#include \"gone.h\"\n#include \"log2.bpf.h\"\n");
        write("out.h", "");
        TrackerImport found = TrackerImport.of(source);
        assertEquals(List.of("a.bpf.c"), targets(found));
        assertEquals(List.of("a.bpf.c includes ../out.h, which lies outside of " + folder.resolve("in") + " and is left out",
                "a.bpf.c includes gone.h, which is not there: add its folder to the include paths of the project"), found.notices());
    }

    @Test
    void aPackageIsTakenAsItIs() throws Exception {
        Path sample = checkout().resolve("bundles/org.eunomia.rest/src-test/org/eunomia/rest/sample.json");
        TrackerImport found = TrackerImport.of(sample);
        assertEquals(TrackerImport.Kind.PACKAGE, found.kind());
        assertEquals(List.of(new ImportedFile(sample, "sample.json")), found.files());
    }

    @Test
    void refusesWhatIsNone() throws Exception {
        Path text = write("notes.txt", "hello");
        assertEquals(Failure.PackageInvalid.class, failure(text).getClass());
        assertEquals(new Failure.NotFound("file or folder", folder.resolve("none").toString(), List.of()), failure(folder.resolve("none")));
        assertEquals(new Failure.NotFound("program (.bpf.c) in", folder.toString(), List.of()), failure(folder));
    }

    private static Failure failure(Path from) {
        return assertThrows(OperationFailedException.class, () -> TrackerImport.of(from)).failure();
    }

    @Test
    void namesBecomeLegal() {
        assertEquals(List.of("a_b_c", "_2nd", "x".repeat(64)), Stream.of("a b.c", "2nd", "x".repeat(80)).map(TrackerImport::legal).toList());
    }

    private static Path checkout() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) if (Files.isDirectory(at.resolve("bpf-scaffold"))) return at;
        throw new AssertionError("not in a checkout");
    }
}
