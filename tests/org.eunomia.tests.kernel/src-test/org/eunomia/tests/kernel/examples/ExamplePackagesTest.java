package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.pack.PackageWriter;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packages of the examples say, none of which has an annotation. */
class ExamplePackagesTest {
    static List<Path> sources() throws Exception {
        try (Stream<Path> files = Files.walk(Scaffold.examples())) {
            return files.filter(f -> f.toString().endsWith(".bpf.c")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void buildsWithoutWarningOrOpenQuestion(Path source) throws Exception {
        BuildResult built = Scaffold.build(source);
        assertEquals(List.of(), built.diagnostics());
        assertEquals(List.of(), built.notices());
        assertEquals("Dual BSD/GPL", built.pack().license());
        assertFalse(built.pack().description().isBlank());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void explainsEachParam(Path source) throws Exception {
        for (ParamSpec p : Scaffold.build(source).pack().params()) assertFalse(p.description().isBlank(), p.name());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void knowsTheLayoutOfEachBuffer(Path source) throws Exception {
        for (MapSpec m : Scaffold.build(source).pack().maps()) {
            if (m.output() instanceof Output.Events events) assertEquals(1, events.variants().size(), m.name());
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isUnderBothLicences(Path source) throws Exception {
        try (Stream<Path> files = Files.list(source.getParent())) {
            for (Path f : files.toList()) assertTrue(Files.readString(f).contains("SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)"), f.toString());
        }
    }

    @Test
    void opensnoopExplainsItsColumns() throws Exception {
        Type.Struct event = (Type.Struct) onlySchema(Scaffold.pack("opensnoop")).type();
        Field ret = event.fields().stream().filter(f -> f.name().equals("ret")).findFirst().orElseThrow();
        assertEquals("file descriptor or error", ret.comment());
    }

    /** As {@code eunomia build} writes it: small enough to be pasted. */
    @Test
    void opensnoopFitsIntoThreeKilobytes() throws Exception {
        Package pack = Scaffold.toolchain().build(BuildSpec.of(Scaffold.example("opensnoop")).withSourceText(false)).pack();
        int size = PackageWriter.write(pack).length;
        assertTrue(size < 3000, size + " bytes");
    }

    static MapSpec map(Package pack, String name) {
        return pack.maps().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    static Schema onlySchema(Package pack) {
        List<Schema> schemas = pack.maps().stream().map(MapSpec::output).filter(Output.Events.class::isInstance).map(Output.Events.class::cast)
                .flatMap(e -> e.variants().stream()).map(Output.Variant::schema).toList();
        assertEquals(1, schemas.size());
        return schemas.getFirst();
    }

    static String offsets(Schema schema) {
        return ((Type.Struct) schema.type()).fields().stream().map(f -> f.name() + "@" + f.offset()).collect(Collectors.joining(" "));
    }
}
