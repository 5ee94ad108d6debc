package org.eunomia.tests.framework;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the built bundles against the design: who may know whom. */
class DependencyRulesTest {
    private static final String PREFIX = "org.eunomia.";

    /** Bundles and whom they know, without the prefix. What those know in turn may be used, too. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("core", Set.of()),
            Map.entry("elf", Set.of("core")),
            Map.entry("pack", Set.of("core", "elf")),
            Map.entry("toolchain", Set.of("core", "elf", "pack")),
            Map.entry("kernel", Set.of("core")),
            Map.entry("kernel.libbpf", Set.of("kernel")),
            Map.entry("kernel.libbpf.linux.x86_64", Set.of()),
            Map.entry("engine", Set.of("core", "pack", "kernel")),
            Map.entry("wire", Set.of("core")),
            Map.entry("rest", Set.of("wire", "core")),
            Map.entry("client", Set.of("wire", "core")),
            Map.entry("observe", Set.of("core")),
            Map.entry("shell", Set.of("core")),
            Map.entry("cli", Set.of("core", "pack", "toolchain", "client")),
            Map.entry("daemon", Set.of("core", "pack", "wire", "rest")),
            Map.entry("slf4j", Set.of()),
            Map.entry("ide.core", Set.of("toolchain", "pack", "core", "client", "wire")),
            Map.entry("ide.ui", Set.of("ide.core")),
            Map.entry("ide.events", Set.of("ide.core")),
            Map.entry("studio", Set.of("ide.core", "ide.ui", "ide.events")));

    private final List<BuiltBundle> bundles;

    DependencyRulesTest() throws IOException {
        bundles = BuiltBundle.all(Path.of(System.getProperty("eunomia.checkout"), "bundles"));
    }

    @Test
    void everyBundleHasItsPlaceInTheDesign() {
        assertEquals(List.of(), bundles.stream().map(DependencyRulesTest::shortName).filter(name -> !ARROWS.containsKey(name)).toList());
    }

    @Test
    void bundlesKnowOnlyWhomTheDesignLetsThem() {
        Map<String, String> owners = bundles.stream().flatMap(bundle -> Stream.concat(Stream.of(bundle.name()), bundle.exports().stream()).distinct()
                .map(name -> Map.entry(name, shortName(bundle)))).collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(List.of(), problems((bundle, name) -> name.startsWith(PREFIX)
                && !known(shortName(bundle)).contains(owners.getOrDefault(name, "nobody exports " + name))));
    }

    @Test
    void onlyTheLibbpfAdapterUsesJna() {
        assertEquals(List.of(), problems((bundle, name) -> name.startsWith("com.sun.jna") && !shortName(bundle).equals("kernel.libbpf")));
    }

    @Test
    void onlyTheIdeUsesAWidgetToolkit() {
        assertEquals(List.of(), problems((bundle, name) -> name.matches("org\\.eclipse\\.(swt|jface|ui|e4)\\b.*") && !isIde(bundle)));
    }

    @Test
    void nobodyUsesWhatOthersKeepInternal() {
        assertEquals(List.of(), problems((bundle, name) -> name.matches(".*\\.internal(\\..*)?")));
    }

    @Test
    void nobodyExportsWhatIsInternal() {
        assertEquals(List.of(), bundles.stream().flatMap(bundle -> bundle.exports().stream()).filter(name -> name.contains(".internal")).toList());
    }

    @Test
    void bundlesWithoutAUserInterfaceImportPackages() {
        assertEquals(List.of(), bundles.stream().filter(bundle -> !isIde(bundle) && !bundle.requires().isEmpty()).map(BuiltBundle::name).toList());
    }

    @Test
    void everyBundleWithCodeRunsOnJava21() {
        assertEquals(List.of(), bundles.stream().filter(bundle -> bundle.host().isEmpty() && !bundle.environment().equals("JavaSE-21"))
                .map(bundle -> bundle.name() + ": " + bundle.environment()).toList());
    }

    @Test
    void everyExportedPackageSaysWhatItIsFor() {
        assertEquals(List.of(), bundles.stream().flatMap(bundle -> bundle.exports().stream()
                .map(name -> bundle.folder().resolve("src").resolve(name.replace('.', '/')).resolve("package-info.java")))
                .filter(Files::notExists).toList());
    }

    /** {@code bundle: name} for each imported package or required bundle that is forbidden. */
    private List<String> problems(BiPredicate<BuiltBundle, String> forbidden) {
        return bundles.stream().flatMap(bundle -> Stream.concat(bundle.imports().stream(), bundle.requires().stream())
                .filter(name -> forbidden.test(bundle, name)).map(name -> bundle.name() + ": " + name)).toList();
    }

    private static Set<String> known(String bundle) {
        Set<String> known = new TreeSet<>(ARROWS.getOrDefault(bundle, Set.of()));
        Set.copyOf(known).forEach(name -> known.addAll(known(name)));
        return known;
    }

    private static boolean isIde(BuiltBundle bundle) {
        return shortName(bundle).matches("(.*\\.)?(ide|studio)\\b.*");
    }

    private static String shortName(BuiltBundle bundle) {
        return bundle.name().startsWith(PREFIX) ? bundle.name().substring(PREFIX.length()) : bundle.name();
    }
}
