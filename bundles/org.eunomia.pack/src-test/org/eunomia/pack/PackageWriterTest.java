package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.api.Test;

class PackageWriterTest {
    private static final byte[] OBJECT = {0x7f, 'E', 'L', 'F'};
    private static final Type INT = new Type.Int("int", 4, true);
    private static final Type CHARS = new Type.Array("char[127]", new Type.Char("char"), 127);

    private static Package packageWith(List<MapSpec> maps, List<ParamSpec> params, Map<String, Object> extra) {
        return new Package(Package.Format.EUNOMIA_1, "opensnoop", "1.0.0", "", "GPL", OBJECT, List.of(new ProgramSpec("handle_exec", "tracepoint/syscalls/sys_enter_openat", true, Map.of())),
                maps, params, new Package.Requirements("5.8", List.of("ringbuf")), List.of(), extra);
    }

    private static String text(Package p) {
        return new String(PackageWriter.write(p), StandardCharsets.UTF_8);
    }

    private static MapSpec events(Type type) {
        return new MapSpec("rb", "ringbuf", 4096, null, null, new Output.Events(List.of(new Output.Variant(new Schema(type.cName().replace("struct ", ""), type), "", 0))), List.of());
    }

    @Test
    void writesShortAndInOrder() {
        Type event = new Type.Struct("struct event", false, 132, List.of(Field.of("pid", INT, 0), Field.of("filename", CHARS, 4)));
        ParamSpec param = new ParamSpec("target_pid", INT, ".rodata", 0, "0", "trace this process only", "pid", "p");
        assertEquals("""
                {"format":"eunomia/1","name":"opensnoop","version":"1.0.0","license":"GPL",\
                "object":{"encoding":"zlib+base64","size":4,"sha256":"3bdbb4fe8397cd2b842430b39ccff01a8663c751945ef5e9a09e267fb8b1d359","data":"eNqrd/VxAwADrQFX"},\
                "programs":[{"name":"handle_exec","section":"tracepoint/syscalls/sys_enter_openat"}],\
                "maps":[{"name":"rb","type":"ringbuf","maxEntries":4096,"output":{"kind":"events","type":"event"}}],\
                "types":{"event":{"size":132,"fields":[{"name":"pid","offset":0,"size":4,"type":"int"},{"name":"filename","offset":4,"size":127,"type":"char[127]"}]}},\
                "params":[{"name":"target_pid","type":"int","offset":0,"default":0,"description":"trace this process only","long":"pid","short":"p"}],\
                "requires":{"kernel":"5.8","features":["ringbuf"]}}""",
                text(packageWith(List.of(events(event)), List.of(param), Map.of())));
    }

    @Test
    void definesWhatNamesDoNotSay() {
        Type color = new Type.Enum("enum color", 8, false, List.of(new Type.Enumerator("RED", 0), new Type.Enumerator("ALL", -1)));
        Type point = new Type.Struct("point_t", false, 4, List.of(Field.of("x", new Type.Int("short", 2, true), 0)));
        Type either = new Type.Struct("", true, 8, List.of(Field.of("whole", new Type.Int("u64", 8, false), 0)));
        Type points = new Type.Array("point_t[2][3]", new Type.Array("point_t[3]", point, 3), 2);
        Type event = new Type.Struct("struct event", false, 60, List.of(Field.of("color", color, 0), new Field("low", new Type.Int("u32", 4, false), 8, 3, 5, "why", "hex"),
                Field.of("", either, 16), Field.of("points", points, 24), Field.of("dev", new Type.Int("dev_t", 4, false), 48), Field.of("next", new Type.Pointer("struct event *", 8), 52)));
        String types = text(packageWith(List.of(events(event)), List.of(), Map.of())).replaceFirst(".*\"types\":", "").replaceFirst(",\"params\".*", "");
        assertEquals("""
                {"event":{"size":60,"fields":[{"name":"color","offset":0,"size":8,"type":"color"},{"name":"low","offset":8,"bit":3,"bits":5,"size":4,"type":"u32","comment":"why","format":"hex"},\
                {"offset":16,"size":8,"type":{"kind":"union","size":8,"fields":[{"name":"whole","offset":0,"size":8,"type":"u64"}]}},\
                {"name":"points","offset":24,"size":24,"type":"point_t[2][3]"},{"name":"dev","offset":48,"size":4,"type":"dev_t"},{"name":"next","offset":52,"size":8,"type":"struct event *"}]},\
                "color":{"kind":"enum","size":8,"signed":false,"values":[["RED",0],["ALL",18446744073709551615]]},\
                "point_t":{"c":"point_t","size":4,"fields":[{"name":"x","offset":0,"size":2,"type":"short"}]},\
                "dev_t":{"kind":"int","size":4,"signed":false}}""", types);
    }

    @Test
    void givesTypesOfOneNameDifferentKeys() {
        Type one = new Type.Struct("struct event", false, 4, List.of(Field.of("a", INT, 0)));
        Type other = new Type.Struct("struct event", false, 8, List.of(Field.of("a", INT, 4)));
        MapSpec m = new MapSpec("m", "hash", 1, one, other, new Output.None(), List.of());
        String text = text(packageWith(List.of(m), List.of(), Map.of()));
        assertTrue(text.contains("\"key\":\"event\",\"value\":\"event#2\""), text);
        assertTrue(text.contains("\"event#2\":{\"c\":\"struct event\",\"size\":8"), text);
    }

    @Test
    void writesUnknownMembersByName() {
        Map<String, Object> one = new LinkedHashMap<>();
        Map<String, Object> other = new HashMap<>();
        for (String name : List.of("zebra", "ant", "mouse")) one.put(name, Map.of("b", 1L, "a", 2L, "c", List.of(Map.of("y", 1L, "x", 2L))));
        for (String name : List.of("mouse", "ant", "zebra")) other.put(name, Map.of("c", List.of(Map.of("x", 2L, "y", 1L)), "a", 2L, "b", 1L));
        String text = text(packageWith(List.of(), List.of(), one));
        assertEquals(text, text(packageWith(List.of(), List.of(), other)));
        assertTrue(text.contains("\"ant\":{\"a\":2,\"b\":1,\"c\":[{\"x\":2,\"y\":1}]},\"mouse\""), text);
    }

    @Test
    void unknownMembersDoNotTakeThePlaceOfKnownOnes() {
        String text = text(packageWith(List.of(), List.of(), Map.of("name", "other", "signatures", List.of(), "/object/size", 7L, "/nowhere/at", 1L)));
        assertEquals(text(packageWith(List.of(), List.of(), Map.of())), text);
    }

    @Test
    void keepsUnknownMembersWhereTheyWere() throws OperationFailedException {
        String document = Documents.format1().replace("\"name\":\"opened\"", "\"name\":\"opened\",\"mood\":\"good\",\"/odd\":1").replace("\"name\":\"rb\"", "\"name\":\"rb\",\"owner\":{\"id\":1}")
                .replace("\"name\":\"low\"", "\"name\":\"low\",\"unit\":\"ms\"").replace("\"encoding\":\"base64\"", "\"encoding\":\"base64\",\"strip/ped\":true").replace("\"kernel\":\"5.8\"", "\"kernel\":\"5.8\",\"arch\":null,\"os\":[1.5]");
        Package p = PackageReader.read("x", document.getBytes(StandardCharsets.UTF_8));
        assertEquals(Map.of("mood", "good", "/~1odd", 1L, "/maps/0/owner", Map.of("id", 1L), "/types/event/fields/1/unit", "ms", "/object/strip~1ped", true, "/requires/os", List.of(1.5)), p.extra());
        String written = text(p);
        for (String part : List.of("\"mood\":\"good\"", "\"/odd\":1", "\"lossOffsets\":[0,8],\"owner\":{\"id\":1}}", "\"type\":\"u32\",\"unit\":\"ms\"}")) assertTrue(written.contains(part), written);
        assertEquals(p.extra(), PackageReader.read("x", written.getBytes(StandardCharsets.UTF_8)).extra());
    }

    @Test
    void digestIsThatOfWhatIsSaid() throws OperationFailedException {
        Package p = PackageReader.read("x", Documents.format1().getBytes(StandardCharsets.UTF_8));
        Package unsigned = new Package(p.format(), p.name(), p.version(), p.description(), p.license(), p.object(), p.programs(), p.maps(), p.params(), p.requires(), List.of(), p.extra());
        Package renamed = new Package(p.format(), "other", p.version(), p.description(), p.license(), p.object(), p.programs(), p.maps(), p.params(), p.requires(), List.of(), p.extra());
        assertEquals(PackageDigest.of(p), PackageDigest.of(unsigned));
        assertNotEquals(PackageDigest.of(p), PackageDigest.of(renamed));
        assertArrayEquals(PackageDigest.canonicalForm(p), PackageDigest.canonicalForm(PackageReader.read("y", PackageWriter.write(p))));
        assertEquals("8583a843a5cba4a1c3a87d0bac35fdee15d902b4d6dc11f37c144c8899e410dc", PackageDigest.of(packageWith(List.of(), List.of(), Map.of())));
    }

    @Test
    void fitsIntoThreeKilobytes() throws OperationFailedException {
        assertTrue(PackageWriter.write(PackageReader.read("seed", Documents.seed().getBytes(StandardCharsets.UTF_8))).length < 3000);
    }
}
