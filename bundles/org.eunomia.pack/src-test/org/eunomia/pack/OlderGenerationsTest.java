package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.internal.ObjectData;
import org.junit.jupiter.api.Test;

class OlderGenerationsTest {
    private static Package read(String document) throws OperationFailedException {
        return PackageReader.read("test", document.getBytes(StandardCharsets.UTF_8));
    }

    private static MapSpec map(Package p, String name) {
        return p.maps().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static ParamSpec param(Package p, String name) {
        return p.params().stream().filter(m -> m.name().equals(name)).findFirst().orElse(null);
    }

    private static Schema schema(Package p, String map) {
        List<Output.Variant> variants = assertInstanceOf(Output.Events.class, map(p, map).output()).variants();
        assertEquals(1, variants.size());
        return variants.get(0).schema();
    }

    @Test
    void readsTheSampleOfTheFirstRelease() throws OperationFailedException {
        Package p = read(Documents.seed());
        assertEquals(Package.Format.EUNOMIA_0, p.format());
        assertEquals("hotupdate", p.name());
        assertEquals("Dual BSD/GPL", p.license());
        assertEquals("73374aff67337edebb68aaadfa1efe1c5ff59a2ceed1f0e811d109faf9b6febe", ObjectData.sha256(p.object()));
        assertEquals(List.of(new ProgramSpec("handle_exec", "tracepoint/syscalls/sys_enter_open", true, Map.of())), p.programs());
        assertEquals(List.of("rb"), p.maps().stream().map(MapSpec::name).toList());
        assertEquals(List.of("pid", "ppid", "exit_code", "duration_ns", "comm", "filename", "exit_event"), fields(schema(p, "rb")));
        assertEquals(168, schema(p, "rb").size());
    }

    private static List<String> fields(Schema schema) {
        return ((Type.Struct) schema.type()).fields().stream().map(Field::name).toList();
    }

    @Test
    void readsTheStartRequestOfTheFirstRelease() throws OperationFailedException {
        Package p = read(Documents.seedStartBody());
        RoundTripTest.assertSame(read(Documents.seed()), p, "");
    }

    @Test
    void prefersTheEventThatTheObjectKnows() throws OperationFailedException {
        Package p = read("{\"data\":\"" + Documents.lines(Documents.object()) + "\",\"data_sz\":" + Documents.object().length
                + ",\"maps\":[\"rb\",\"x.rodata\"],\"name\":\"opened\",\"progs\":[\"on_open\"]}");
        assertEquals(Package.Format.EUNOMIA_0, p.format());
        assertEquals("opened", p.name());
        assertEquals(List.of("ts", "pid", "comm", "mac"), fields(schema(p, "rb")));
    }

    @Test
    void readsTheFirstGenerationOfEunomiaBpf() throws OperationFailedException {
        Package p = read(Documents.bpf1());
        assertEquals(Package.Format.EUNOMIA_BPF_1, p.format());
        assertEquals("template", p.name());
        assertEquals("0.1.0", p.version());
        assertEquals("Opened files.", p.description());
        assertArrayEquals(Documents.object(), p.object());
        assertEquals(Map.of("author", "John Doe", "url", "http://example.com/package.json", "load_ebpf_script", ""), p.extra());
        assertEquals(new Type.Struct("struct event", false, 40, List.of(
                Field.of("ts", new Type.Int("unsigned long long", 8, false), 0), Field.of("pid", new Type.Int("pid_t", 4, true), 8),
                Field.of("comm", new Type.Array("char[16]", new Type.Char("char"), 16), 12),
                Field.of("mac", new Type.Array("unsigned char[6]", new Type.Int("unsigned char", 1, false), 6), 28))), schema(p, "rb").type());
        assertEquals(ObjectContents.read(p.object()).programs(), p.programs());
        assertEquals(ObjectContents.read(p.object()).params(), p.params());
    }

    @Test
    void readsTheSecondGenerationOfEunomiaBpf() throws OperationFailedException {
        Package p = read(Documents.bpf2());
        assertEquals(Package.Format.EUNOMIA_BPF_2, p.format());
        assertEquals("opened", p.name());
        assertEquals("2.1", p.version());
        assertEquals("Opened files.", p.description());
        assertEquals("GPL", p.license());
        assertEquals(Map.of("meta", Map.of("eunomia_version", "0.3.4", "bpf_skel", Map.of("doc", Map.of("details", "At length."))), "/params/4/unit", "files"), p.extra());
    }

    @Test
    void takesOptionsOfProgramsOutOfTheirGroups() throws OperationFailedException {
        assertEquals(List.of(new ProgramSpec("on_open", "tracepoint/syscalls/sys_enter_openat", true, Map.of("note", "kept")),
                new ProgramSpec("on_packet", "tc", true, Map.of("direction", "egress", "ifindex", 3L, "handle", 1L, "priority", 5L)),
                new ProgramSpec("on_frame", "xdp", false, Map.of("old_prog_fd", 0L, "ifindex", 1L))), read(Documents.bpf2()).programs());
    }

    @Test
    void exportsTheLastOfTheMaps() throws OperationFailedException {
        Package p = read(Documents.bpf2());
        assertEquals(new Output.None(), map(p, "rb").output());
        assertEquals(new Output.Histogram(Output.Scale.LOG2, "usec", 500, true), map(p, "hists").output());
        assertEquals("struct hist", map(p, "hists").value().cName());
        assertEquals(List.of("ts", "pid", "comm", "mac"), fields(schema(p, "events")));
        assertEquals("unsigned char[6]", ((Type.Struct) schema(p, "events").type()).fields().get(3).type().cName());
    }

    @Test
    void laysMembersOutWhereTheObjectDoesNotKnowTheStruct() throws OperationFailedException {
        String document = Documents.bpf2("{\"name\":\"rb\",\"ident\":\"rb\"}", "").replace("\"name\":\"event\",\"size\":40", "\"name\":\"other\",\"size\":40");
        Type.Struct other = (Type.Struct) schema(read(document), "rb").type();
        assertEquals("struct other", other.cName());
        assertEquals(List.of(0, 8, 12, 28), other.fields().stream().map(Field::offset).toList());
        assertEquals(40, other.size());
    }

    @Test
    void letsEachMapSayWhatItExports() throws OperationFailedException {
        int event = typeId("event");
        int mac = typeId("unsigned char");
        Package p = read(Documents.bpf2("{\"name\":\"rb\",\"ident\":\"rb\",\"export_config\":{\"btf_type_id\":" + event + "}},{\"name\":\"events\",\"ident\":\"events\",\"export_config\":{\"custom_members\":["
                + "{\"name\":\"first\",\"offset\":28,\"btf_type_id\":" + mac + "}]}},{\"name\":\"hists\",\"ident\":\"hists\"}", ",\"enable_multiple_export_types\":true"));
        assertEquals("event", schema(p, "rb").name());
        assertEquals(List.of("first"), fields(schema(p, "events")));
        assertEquals(29, schema(p, "events").size());
        assertEquals(new Output.None(), map(p, "hists").output());
    }

    private static int typeId(String name) throws OperationFailedException {
        org.eunomia.elf.Btf btf = org.eunomia.elf.Btf.of(org.eunomia.elf.ElfFile.parse(Documents.object())).orElseThrow();
        int struct = btf.find(name, org.eunomia.elf.BtfType.Struct.class);
        return struct > 0 ? struct : btf.find(name, org.eunomia.elf.BtfType.Int.class);
    }

    @Test
    void marksStacksInRecords() throws OperationFailedException {
        Package p = read(Documents.bpf2("{\"name\":\"events\",\"ident\":\"events\",\"intepreter\":{\"stack_trace\":{\"field_map\":{\"kstack\":\"kern\"},\"with_symbols\":false}}}", "")
                .replace("\"name\":\"event\",\"size\":40", "\"name\":\"trace\",\"size\":72"));
        assertEquals(List.of("", "kstack", "ustack"), ((Type.Struct) schema(p, "events").type()).fields().stream().map(Field::format).toList());
    }

    @Test
    void makesParamsOfVariables() throws OperationFailedException {
        Package p = read(Documents.bpf2());
        assertEquals(List.of("target_pid", "failed_only", "ratio", "wanted", "counted"), p.params().stream().map(ParamSpec::name).toList());
        ParamSpec pid = param(p, "target_pid");
        assertEquals("pid", pid.longOption());
        assertEquals("p", pid.shortOption());
        assertEquals("trace only this process", pid.description());
        assertEquals("failed_only", param(p, "failed_only").longOption());
        assertEquals(".bss", param(p, "counted").section());
        assertEquals("3", param(p, "counted").defaultValue());
        assertNull(param(p, "message"));
    }

    @Test
    void putsDefaultsIntoTheObject() throws OperationFailedException {
        Package p = read(Documents.bpf2());
        List<ParamSpec> held = ObjectContents.read(p.object()).params();
        for (ParamSpec h : held) assertEquals(h.defaultValue(), param(p, h.name()).defaultValue());
        assertEquals(List.of("42", "true", "0.25", "bash"), List.of(param(p, "target_pid").defaultValue(), param(p, "failed_only").defaultValue(),
                param(p, "ratio").defaultValue(), param(p, "wanted").defaultValue()));
    }

    @Test
    void readsBareObjects() throws OperationFailedException {
        Package p = PackageReader.read("some/dir/opened.bpf.o", Documents.object());
        ObjectContents contents = ObjectContents.read(Documents.object());
        assertEquals("opened", p.name());
        assertEquals("GPL", p.license());
        assertEquals(contents.programs(), p.programs());
        assertEquals(contents.maps(), p.maps());
        assertEquals(contents.params(), p.params());
    }
}
