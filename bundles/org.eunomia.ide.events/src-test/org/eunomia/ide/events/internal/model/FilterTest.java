package org.eunomia.ide.events.internal.model;

import static org.eunomia.ide.events.internal.model.Samples.S32;
import static org.eunomia.ide.events.internal.model.Samples.U32;
import static org.eunomia.ide.events.internal.model.Samples.U64;
import static org.eunomia.ide.events.internal.model.Samples.bytes;
import static org.eunomia.ide.events.internal.model.Samples.chars;
import static org.eunomia.ide.events.internal.model.Samples.schema;
import static org.eunomia.ide.events.internal.model.Samples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.RowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final Type OP = new Type.Enum("enum op", 4, false, List.of(new Type.Enumerator("READ", 0), new Type.Enumerator("WRITE", 1)));
    private static final Schema EVENT = schema("event", "pid", S32, "cookie", U64, "comm", text(16), "filename", text(32), "op", OP, "ret", S32, "lat_ns", U64, "daddr", U32,
            "ok", new Type.Bool("bool", 1), "load", new Type.Float("double", 8), "sig", U32, "ts", U64, "addr6", new Type.Array("__u8[16]", new Type.Int("__u8", 1, false), 16),
            "who", Samples.struct("who", "uid", U32));
    private static final byte[] RECORD = bytes(42, -1L, chars("bash", 16), chars("/etc/passwd", 32), 1, -2, 1_500_000L, new byte[] { 10, 1, 2, 3 }, (byte) 1, 0.5, 9,
            12_500_000_000L, new byte[] { (byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, 1000);
    private static final EventStore STORE = Samples.store(formatted(), RECORD);

    private static Schema formatted() {
        Type.Struct struct = (Type.Struct) EVENT.type();
        List<Field> fields = new ArrayList<>(struct.fields());
        fields.replaceAll(f -> f.name().equals("addr6") ? new Field(f.name(), f.type(), f.offset(), 0, 0, "", "ipv6") : f);
        return new Schema("event", new Type.Struct(struct.cName(), false, struct.size(), fields));
    }

    private static boolean passes(EventStore store, String filter) {
        try {
            RowTest test = Filter.parse(filter).bind(ColumnModel.of(store.window().kinds()));
            return test.test(new Row().moveTo(store.window(), store.window().first()));
        } catch (FilterException e) {
            throw new AssertionError(filter + ": " + e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "pid == 42", "pid==0x2a", "pid != 41", "pid < 43", "pid <= 42", "pid > 41.5", "pid >= 42", "pid > -1", "!(pid == 1)", "!pid == 1",
            "pid == 1 || pid == 42", "pid == 42 && comm == bash", "pid == 42 and not comm == \"sh\"", "pid == 1 && pid == 2 || pid == 42", "pid != 99999999999999999999",
            "cookie == 0xffffffffffffffff", "cookie == 18446744073709551615", "cookie > 5", "cookie != -1", "cookie > -1",
            "comm == \"bash\"", "comm ~ ^ba", "comm ~ \"s(h|x)$\"", "comm !~ cat", "filename ~ \"/etc\"", "filename ~ /etc", "filename < \"/f\"", "comm != 'zsh'",
            "op == WRITE", "op == write", "op == 1", "op > READ", "op ~ RIT", "ret == -ENOENT", "ret == ENOENT", "ret < 0", "ret ~ ENO",
            "lat_ns > 1ms", "lat_ns == 1.5ms", "lat_ns == 1500us", "lat_ns < 1s", "lat_ns == 1500000", "daddr == 10.1.2.3", "daddr == 10.0.0.0/8", "daddr != 10.1.2.4", "daddr ~ ^10",
            "ok", "ok == true", "ok != false", "load > 0.25", "load == 0.5", "sig == SIGKILL", "sig == kill", "sig == 9", "ts > 12", "ts == 12.5", "ts < 13s",
            "addr6 == fe80::1", "addr6 == fe80::/10", "addr6 != ::1", "who.uid == 1000", "pid", "passwd", "PASSWD", "\"etc/pass\"", "bash passwd", "bash && passwd", "nowhere || bash",
            "!nowhere", "tracker == opensnoop", "host == Local", "type == event", "map == rb", "generation == 1", "position == 0", "time > 00:00", "time >= 2020-01-01T00:00:00Z",
            "pid < who.uid", "who.uid == who.uid" })
    void lets(String filter) {
        assertEquals(true, passes(STORE, filter), filter);
    }

    @ParameterizedTest
    @ValueSource(strings = { "pid == 41", "pid < 42", "pid > 42", "pid == 42.5", "pid == 99999999999999999999", "!pid", "cookie < 5", "cookie == -1", "comm == bas", "comm == bashh",
            "comm ~ BASH", "comm ~ '(?i)SH2'", "op == READ", "ret == ENOENT && pid == 1", "lat_ns > 2ms", "daddr == 10.1.2.4", "daddr == 10.2.0.0/16", "daddr != 10.0.0.0/8", "daddr == ::1",
            "!ok", "ok == 0", "load > 0.5", "sig == SIGTERM", "ts < 12", "addr6 == fe80::2", "nowhere", "bash nowhere", "(pid == 42 || ok) && nowhere", "tracker == other",
            "pid > who.uid", "time < 2020-01-01T00:00:00Z" })
    void stops(String filter) {
        assertEquals(false, passes(STORE, filter), filter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "pid = 42 | 5 | '=' is no operator | write == to compare",
            "pid == 42 & ok | 11 | '&' is no operator | write && for and",
            "pid == | 7 | a value is missing after '==' | text with spaces or operators goes in quotes",
            "pid == 42 && | 13 | something to look for is missing after '&&' | for example pid == 42, or a text in quotes",
            "(pid == 42 | 1 | this ( is never closed | add a )",
            "pid == 42) | 10 | there is no ( for this ) | ``",
            "comm == \"bash | 9 | this text has no end | add a \"",
            "pdi == 42 | 1 | there is no column 'pdi' | did you mean pid?",
            "pid == 42 comm | 11 | 'comm' cannot stand here | `combine comparisons with && or ||`",
            "pid == abc | 8 | 'abc' is no value of pid (int) | write a number such as 42 or 0x2a",
            "op == WRIT | 7 | 'WRIT' is no value of op (enum op) | did you mean WRITE?",
            "ok == maybe | 7 | 'maybe' is no value of ok (bool) | write true or false",
            "ret == ENOSUCH | 8 | 'ENOSUCH' is no value of ret (int) | write a number or a name such as -ENOENT",
            "lat_ns > 5parsec | 10 | '5parsec' is no value of lat_ns (__u64) | write a number or a duration such as 1.5ms",
            "daddr == 10.0.0.0/40 | 10 | '40' is no length of a network | it counts bits, from 0 to 32",
            "daddr > 10.0.0.1 | 9 | addresses have no order | compare with ==, !=, ~ or !~, or with a network: 10.0.0.0/8",
            "comm ~ \"a(b\" | 12 | this is no regular expression: Unclosed group | put \\ before a character that stands for itself",
            "\"pid\" == 42 | 1 | a column is wanted before '==' | write the column first, without quotes",
            "time > noon | 8 | 'noon' is no time | write a time of day such as 18:00 or 18:00:05.250, or a moment such as 2026-11-23T18:00:00Z" })
    void tellsWhatIsWrongAndWhere(String filter, int column, String problem, String hint) {
        FilterException e = assertThrows(FilterException.class, () -> Filter.parse(filter).bind(ColumnModel.of(STORE.window().kinds())));
        assertEquals(column + " " + problem + " " + hint, e.problem().at() + 1 + " " + e.problem().problem() + " " + e.problem().hint());
    }

    @Test
    void takesAnyColumnForPossibleBeforeThereAreEvents() throws FilterException {
        Filter.parse("whatever == 5").bind(ColumnModel.EMPTY);
    }

    @Test
    void failsRowsThatLackTheColumn() {
        EventStore store = Samples.store(schema("short", "a", S32, "b", S32), bytes(1));
        assertEquals(true, passes(store, "a == 1"));
        assertEquals(false, passes(store, "b == 0"));
        assertEquals(false, passes(store, "b != 0"));
        assertEquals(true, passes(store, "!(b == 0)"));
    }

    @Test
    void findsAColumnByNameInEachKind() throws FilterException {
        EventStore store = new EventStore(1 << 20);
        store.add(Samples.LOCAL, List.of(Samples.event(0, schema("a", "x", S32, "pid", S32), bytes(1, 42)), Samples.event(1, schema("b", "pid", U64), bytes(42L)),
                Samples.event(2, schema("c", "y", S32), bytes(42))));
        RowTest test = Filter.parse("pid == 42").bind(ColumnModel.of(store.window().kinds()));
        Row row = new Row();
        assertEquals(List.of(true, true, false), List.of(0L, 1L, 2L).stream().map(i -> test.test(row.moveTo(store.window(), i))).toList());
    }
}
