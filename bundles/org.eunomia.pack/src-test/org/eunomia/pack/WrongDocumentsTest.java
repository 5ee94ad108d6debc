package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong document gives a line of its own that says where and what. */
class WrongDocumentsTest {
    private static Failure failure(byte[] document) {
        Failure failure = assertThrows(OperationFailedException.class, () -> PackageReader.read("x.json", document)).failure();
        assertEquals(1, failure.summary().lines().count(), failure.summary());
        assertFalse(failure.summary().length() > 300, failure.summary());
        return failure;
    }

    private static Failure.PackageInvalid refused(String document) {
        return assertInstanceOf(Failure.PackageInvalid.class, failure(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(String pointer, String problem, String document) {
        Failure.PackageInvalid failure = refused(document);
        assertEquals(pointer, failure.pointer(), failure.summary());
        assertTrue(failure.problem().contains(problem), failure.summary());
        assertEquals("x.json", failure.source());
    }

    static Stream<Arguments> toldByContent() {
        return Stream.of(
                arguments("", "the document is empty"),
                arguments(" \n ", "the document is empty"),
                arguments("[]", "expected an object, found an array"),
                arguments("<!DOCTYPE html><html><head><title>404\nNot Found</title>", "this is an HTML page (\"404 Not Found\"), not a package"),
                arguments("<html><body>login</body>", "this is an HTML page, not a package"),
                arguments("<?xml version=\"1.0\"?><a/>", "this is XML"),
                arguments("bpf_object: eJy\nmeta: {}", "this is YAML"),
                arguments("---\nname: x", "this is YAML"),
                arguments("# made by ecc\nname: x", "this is YAML"),
                arguments("#include \"vmlinux.h\"\n", "this is C source"),
                arguments("/* opensnoop */ int x;", "this is C source"),
                arguments("{}", "none of the members format, bpf_object and data"),
                arguments("{\"name\":\"x\"", "the document ends here in the middle"),
                arguments("{\"name\":\"x\"} {}", "there is more after the end"),
                arguments("{\"name\":\"x\"}}", "column 13"),
                arguments("{\"name\" \"x\"}", "line 1, column 9"),
                arguments("{'name':1}", "line 1, column 2"),
                arguments("hello", "line 1, column"),
                arguments("{\"data\":\"\u0001\"}", "line 1, column"),
                arguments("{\"bpf_skel\":{},\"export_types\":[]}", "a description without its object"),
                arguments("{\"name\":\"files\",\"args\":[]}", "this starts the built-in tracker \"files\""),
                arguments("{\"name\":\"hotupdate\",\"args\":[]}", "expected a package as the first argument"),
                arguments("{\"a\":1e999}", "the number 1e999 is too large"));
    }

    @ParameterizedTest
    @MethodSource("toldByContent")
    void areToldByTheirContent(String document, String problem) {
        assertTrue(refused(document).problem().contains(problem), refused(document).summary());
    }

    @Test
    void areToldByTheirBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(Documents.seed().getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(failure(zipped.toByteArray()).summary().contains("this is a gzip file"));
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertTrue(failure(tar).summary().contains("this is a tar archive"));
        assertTrue(failure(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}).summary().contains("WebAssembly"));
        assertTrue(failure(new byte[100]).summary().contains("neither JSON nor an ELF object"));
        assertInstanceOf(Failure.ObjectInvalid.class, failure(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"eunomia/1\"|\"eunomia/2\"|/format|expected \"eunomia/1\", found the text \"eunomia/2\"", "\"name\":\"opened\"|\"name\":7|/name|expected a text, found the number 7", "\"name\":\"opened\",||/name|it is missing",
        "\"encoding\":\"base64\"|\"encoding\":\"xz\"|/object/encoding|expected \"zlib+base64\" or \"base64\"", "\"maxEntries\":4096|\"maxEntries\":\"4k\"|/maps/0/maxEntries|found the text \"4k\"",
        "\"maxEntries\":4096|\"maxEntries\":99999999999|/maps/0/maxEntries|expected a whole number from", "\"type\":\"other\",\"tag\"|\"type\":\"othr\",\"tag\"|/maps/0/output/types/1/type|there is no type \"othr\"",
        "\"type\":\"point[2][2]\"|\"type\":\"point[9]\"|/types/event/fields/2/offset|the field ends at byte 44, outside its struct of 24 bytes", "\"name\":\"hists\"|\"name\":\"rb\"|/maps/1/name|two with the name \"rb\"",
        "\"offset\":0,\"default\"|\"offset\":-1,\"default\"|/params/0/offset|found the number -1", "\"default\":7|\"default\":{}|/params/0/default|found an object", "[\"ONE\",1]|[1,1]|/types/kind/values/0|expected an array of name and number",
        "[\"ONE\",1]|[\"ONE\",1.5]|/types/kind/values/0/1|expected a whole number of 64 bits, found the number 1.5", "\"signatures\":[{|\"signatures\":[7,{|/signatures/0|expected an object, found the number 7",
        "{\"kernel\":\"5.8\"|{\"kernel\":\"5.8\",\"kernel\":\"6.1\"|/requires/kernel|this member is there twice", "\"c\":\"other\",\"size\":8|\"size\":8,\"kind\":\"thing\"|/types/other/kind|expected one of struct, union",
        "\"name\":\"x\",\"offset\":0,\"type\":\"short\"|\"name\":\"x\",\"offset\":0,\"type\":\"event\"|/types/event|the type contains itself"})
    void areRefusedWithTheirPlace(String part, String replacement, String pointer, String problem) {
        String document = Documents.format1().replace(part, replacement == null ? "" : replacement);
        assertFalse(document.equals(Documents.format1()), part);
        assertRefused(pointer, problem, document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"rb\"|\"ring\"|/maps/0|the object has no map \"ring\"", "\"handle_exec\"|\"handle_exit\"|/progs/0|the object has no program \"handle_exit\"", "3088|3089|/data_sz|the package says 3089 bytes, but the object has 3088",
        "3088|\"3088\"|/data_sz|expected a whole number", "f0VMRg|f0V*Rg|/data|character 3 (U+002A) is not of base64", "f0VMRg|VMRg|/data|the base64 is cut off", "f0VMRg|AAAARg|/data|the object is not an ELF file"})
    void areRefusedInTheFormatOfTheFirstRelease(String part, String replacement, String pointer, String problem) {
        assertRefused(pointer, problem, Documents.seed().replaceFirst(java.util.regex.Pattern.quote(part), replacement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"FieldOffset\":64|\"FieldOffset\":63|/maps/0/export_data_types/Fields/1/FieldOffset|expected a multiple of 8 bits", "\"FieldOffset\":224|\"FieldOffset\":304|/maps/0/export_data_types/Fields/3/FieldOffset|outside its struct of 40 bytes",
        "\"LLVMType\":\"[6 x i8]\"|\"LLVMType\":\"%mac\"|/maps/0/export_data_types/Fields/3/Type|there is no type \"mac_t\"", "\"name\":\"on_open\"|\"name\":\"x\"|/progs/0|the object has no program"})
    void areRefusedInTheFirstFormatOfEunomiaBpf(String part, String replacement, String pointer, String problem) {
        assertRefused(pointer, problem, Documents.bpf1().replace(part, replacement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"default\":42|\"default\":99999999999|/meta/bpf_skel/data_sections/0/variables/0/cmdarg/default|this is no value of a int: out of the range of int", "\"short\":\"p\"|\"short\":\"pid\"|/meta/bpf_skel/data_sections/0/variables/0/cmdarg/short|expected one character",
        "\"name\":\"ratio\"|\"name\":\"ration\"|/meta/bpf_skel/data_sections/0/variables/2/name|the object has no variable \"ration\"", "BPF_TC_EGRESS|OUT|/meta/bpf_skel/progs/1/tchook/attach_point|expected BPF_TC_INGRESS",
        "\"log2_hist\"|\"log_hist\"|/meta/bpf_skel/maps/1/sample/type|expected default_kv, log2_hist or linear_hist", "\"name\":\"event\",\"size\":40|\"name\":\"other\",\"size\":41|/meta/export_types/0/size|the members take 40 bytes, the package says 41",
        "\"bpf_object_size\":|\"bpf_object_size\":1|/bpf_object_size|but the object has", "\"bpf_object\":\"eJ|\"bpf_object\":\"AA|/bpf_object|the compressed object is damaged", "\"meta\"|\"mata\"|/meta|expected an object, but it is missing"})
    void areRefusedInTheSecondFormatOfEunomiaBpf(String part, String replacement, String pointer, String problem) {
        assertRefused(pointer, problem, Documents.bpf2().replace(part, replacement));
    }

    @Test
    void areRefusedWhenTheObjectIsNotWhatIsSaid() {
        String whole = new String(PackageWriter.write(new RandomPackages(1).next()), StandardCharsets.UTF_8);
        assertRefused("/object/sha256", "the object has another SHA-256", whole.replaceFirst("\"sha256\":\"[^\"]*\"", "\"sha256\":\"" + "0".repeat(64) + "\""));
        assertRefused("/object/size", "the package says 100000 bytes, but the object has", whole.replaceFirst("\"size\":[0-9]+", "\"size\":100000"));
        assertRefused("/object/data", "the object has more than the 5 bytes that the package says", whole.replaceFirst("\"size\":[0-9]+", "\"size\":5"));
        assertRefused("/object/data", "the base64 is cut off", whole.replaceFirst("\"data\":\"(.{41})[^\"]*\"", "\"data\":\"$1\""));
        assertRefused("/object/data", "the compressed object is cut off", whole.replaceFirst("\"data\":\"(.{40})[^\"]*\"", "\"data\":\"$1\""));
        String more = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(Documents.deflate(new byte[100]), 200));
        assertRefused("/object/data", "bytes follow the compressed object", whole.replaceFirst("\"size\":[0-9]+", "\"size\":100").replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"" + more + "\""));
    }
}
