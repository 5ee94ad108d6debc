package org.eunomia.ide.core.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eunomia.toolchain.ToolchainConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    private final Map<Preference, String> set = new EnumMap<>(Preference.class);

    private String get(Preference p) {
        return set.getOrDefault(p, p.usual());
    }

    @Test
    void keysAreDistinct() {
        assertEquals(Preference.values().length, Arrays.stream(Preference.values()).map(Preference::key).distinct().count());
    }

    @Test
    void nothingSetMeansTheUsual() {
        assertEquals(new BuildPreferences("", List.of(), List.of(), true, "local"), BuildPreferences.of(this::get));
        assertEquals(new FormatPreferences("file", false), FormatPreferences.of(this::get));
        assertEquals(new EventPreferences(1_000_000, true, TimeFormat.CLOCK), EventPreferences.of(this::get));
    }

    @Test
    void foldersBecomeFlagsBelowTheProject() {
        set.put(Preference.CLANG_FLAGS, " -DX=1  -Wextra ");
        set.put(Preference.INCLUDE_PATHS, "include:/opt/headers::");
        assertEquals(List.of("-DX=1", "-Wextra", "-I/ws/p/include", "-I/opt/headers"), BuildPreferences.of(this::get).flags(Path.of("/ws/p")));
    }

    @Test
    void onlyAClangThatIsSetReplacesTheUsual() {
        ToolchainConfig usual = new ToolchainConfig("clang-16", List.of(), Path.of("/c"), null);
        assertEquals(usual, BuildPreferences.of(this::get).toolchain(usual));
        set.put(Preference.CLANG, "/opt/clang");
        assertEquals("/opt/clang", BuildPreferences.of(this::get).toolchain(usual).clang());
    }

    @Test
    void nonsenseMeansTheUsualToo() {
        set.put(Preference.EVENTS_HELD, "many");
        set.put(Preference.EVENTS_TIME, "noon");
        assertEquals(new EventPreferences(1_000_000, true, TimeFormat.CLOCK), EventPreferences.of(this::get));
        set.put(Preference.EVENTS_HELD, "5");
        assertEquals(EventPreferences.LEAST_HELD, EventPreferences.of(this::get).held());
    }

    @Test
    void aFileBesideTheSourceDecidesHowItIsLaidOut(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("deep/er/x.bpf.c");
        FormatPreferences usual = FormatPreferences.of(this::get);
        assertEquals(new FormatPreferences("kernel", false).option(source), usual.option(source));
        Files.writeString(folder.resolve(".clang-format"), "BasedOnStyle: GNU\n");
        assertEquals("--style=file", usual.option(source));
        assertEquals("--style=GNU", new FormatPreferences("GNU", true).option(source));
    }

    @Test
    void theKernelsStyleLeavesTheTemplatesAsTheyAre() throws Exception {
        Path templates = checkout().resolve("bpf-scaffold/templates");
        try (Stream<Path> sources = Files.walk(templates).filter(p -> p.toString().endsWith(".bpf.c"))) {
            for (Path source : sources.toList()) {
                Process format = new ProcessBuilder("clang-format", new FormatPreferences("kernel", false).option(source), source.toString()).redirectErrorStream(true).start();
                assertEquals(Files.readString(source), new String(format.getInputStream().readAllBytes()));
            }
        }
    }

    private static Path checkout() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) if (Files.isDirectory(at.resolve("bpf-scaffold"))) return at;
        throw new AssertionError("not in a checkout");
    }
}
