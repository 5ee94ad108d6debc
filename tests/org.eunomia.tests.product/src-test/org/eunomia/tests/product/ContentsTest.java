package org.eunomia.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContentsTest {
    private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.*)]");

    @RegisterExtension
    static final BareRoot ROOT = new BareRoot();

    @Test
    void rootHasNoJavaCompilerOrBpfLibraryOfItsOwn() throws IOException {
        assertEquals(List.of(), ROOT.files().stream()
                .filter(file -> file.getFileName().toString().matches("(clang|llc|lib(bpf|elf|z|llvm)\\.so).*") || isForeignJava(file)).toList());
    }

    @Test
    void machineCodeNeedsTheCLibraryOnly() throws IOException, InterruptedException {
        Set<String> own = ROOT.files().stream().filter(file -> file.startsWith("eunomia")).map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        List<String> foreign = new ArrayList<>();
        List<Path> binaries = ROOT.files().stream().filter(file -> file.startsWith("eunomia")).map(ROOT.root()::resolve).filter(ContentsTest::isElf).toList();
        assertFalse(binaries.isEmpty());
        for (Path binary : binaries) {
            for (String library : needed(binary)) {
                if (!own.contains(library) && !library.matches("(lib(c|m|dl|pthread|rt)|ld-linux-x86-64)\\.so\\.\\d")) {
                    foreign.add(binary.getFileName() + " needs " + library);
                }
            }
        }
        assertEquals(List.of(), foreign);
    }

    private static boolean isForeignJava(Path file) {
        return file.getFileName().toString().matches("java|libjvm\\.so") && !file.startsWith("eunomia/runtime");
    }

    private static boolean isElf(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("\u007fELF") && !file.toString().endsWith(".o");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> needed(Path binary) throws IOException, InterruptedException {
        try (Run readelf = Run.start(ROOT.root().resolve("tmp"), List.of("readelf", "-d", binary.toString()))) {
            assertEquals(0, readelf.await(), readelf.said());
            List<String> needed = new ArrayList<>();
            for (Matcher matcher = NEEDED.matcher(readelf.said()); matcher.find();) {
                needed.add(matcher.group(1));
            }
            return needed;
        }
    }
}
