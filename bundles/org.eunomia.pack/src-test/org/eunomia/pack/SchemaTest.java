package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.pack.internal.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema and the reader agree. */
class SchemaTest {
    private final SchemaCheck schema = new SchemaCheck((Map<?, ?>) parse(Documents.file("docs/package-1.schema.json")));

    private static Object parse(String text) {
        try {
            return JsonReader.read("test", text.getBytes(StandardCharsets.UTF_8), PackageLimits.DEFAULT);
        } catch (OperationFailedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takesWhatIsWritten() throws OperationFailedException {
        for (int seed = 0; seed < 1_000; seed++) {
            String document = new String(PackageWriter.write(new RandomPackages(seed).next()), StandardCharsets.UTF_8);
            assertEquals("", schema.fault(parse(document)), document);
        }
        for (String document : new String[] {Documents.seed(), Documents.bpf1(), Documents.bpf2()}) {
            byte[] written = PackageWriter.write(PackageReader.read("test", document.getBytes(StandardCharsets.UTF_8)));
            assertEquals("", schema.fault(parse(new String(written, StandardCharsets.UTF_8))));
        }
        assertEquals("", schema.fault(parse(Documents.format1())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"name\":\"opened\"|\"name\":1", "\"encoding\":\"base64\"|\"encoding\":\"hex\"", "\"section\":\"tc\",|", "\"attach\":false|\"attach\":\"no\"", "\"options\":{\"pid\":1}|\"options\":[]",
        "\"maxEntries\":4096|\"maxEntries\":1.5", "\"kind\":\"events\"|\"kind\":\"graph\"", "\"tag\":\"kind\",\"value\":1|\"tag\":1", "\"lossOffsets\":[0,8]|\"lossOffsets\":[-1]",
        "\"key\":\"u32\"|\"key\":4", "\"size\":24,|", "\"offset\":4,\"bits\":3|\"offset\":4,\"bits\":-3", "\"kind\":\"enum\"|\"kind\":\"set\"", "[\"ONE\",1]|[\"ONE\"]",
        "\"default\":7|\"default\":[7]", "\"short\":\"p\"|\"short\":\"pid\"", "\"features\":[\"ringbuf\"]|\"features\":\"ringbuf\"", "\"keyId\":\"k\",|", "\"kind\":\"histogram\"|\"kind\":\"histogram\",\"intervalMillis\":0",
        "\"format\":\"eunomia/1\"|\"format\":\"eunomia/2\""})
    void refusesWhatTheReaderRefuses(String part, String replacement) {
        String document = Documents.format1().replace(part, replacement == null ? "" : replacement);
        assertFalse(document.equals(Documents.format1()), part);
        assertThrows(OperationFailedException.class, () -> PackageReader.read("test", document.getBytes(StandardCharsets.UTF_8)));
        assertFalse(schema.fault(parse(document)).isEmpty(), document);
    }
}
