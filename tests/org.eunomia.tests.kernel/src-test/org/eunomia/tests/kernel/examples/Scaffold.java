package org.eunomia.tests.kernel.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.tests.kernel.kit.Checkout;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** The scaffold of the checkout that these tests run in, built as the command line builds it. */
final class Scaffold {
    private static final Map<Path, BuildResult> BUILT = new ConcurrentHashMap<>();

    private Scaffold() { }

    static Path examples() {
        return Checkout.file("bpf-scaffold/examples");
    }

    /** @param example {@code opensnoop} for {@code opensnoop/opensnoop.bpf.c}, {@code client/client.example1} for a sibling */
    static Path example(String example) {
        String file = example.contains("/") ? example : example + "/" + example;
        return examples().resolve(file + ".bpf.c");
    }

    static Package pack(String example) throws OperationFailedException {
        return build(example(example)).pack();
    }

    static BuildResult build(Path source) throws OperationFailedException {
        BuildResult built = BUILT.get(source);
        if (built != null) return built;
        built = toolchain().build(BuildSpec.of(source));
        BUILT.put(source, built);
        return built;
    }

    static Toolchain toolchain() throws OperationFailedException {
        List<Path> includes = List.of(Checkout.file("native/target/include"), Checkout.file("bpf-scaffold/include"));
        ToolchainConfig found = ToolchainConfig.fromEnvironment();
        return Toolchain.find(new ToolchainConfig(found.clang(), includes, found.cache(), found.btf()));
    }
}
