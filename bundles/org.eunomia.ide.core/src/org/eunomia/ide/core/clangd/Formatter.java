package org.eunomia.ide.core.clangd;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Lays sources out with clang-format. */
public final class Formatter {
    private static final long LIMIT_SECONDS = 20;
    private static final String HINT = "install it with 'apt-get install clang-format'";

    /** {@code length} characters at {@code offset} of the text before become {@code text}. */
    public record Replacement(int offset, int length, String text) { }

    private final String program;

    /** @param program a path or a name in {@code PATH} */
    public Formatter(String program) {
        this.program = program;
    }

    /**
     * What has to change in {@code text}, in order. Blocks for some tenths of a second.
     *
     * @param style an option as {@code FormatPreferences.option} gives it
     * @param length of the piece at {@code offset} to lay out; its lines are laid out whole
     */
    public List<Replacement> format(Path file, String text, String style, int offset, int length) throws OperationFailedException {
        int start = text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
        int bytes = text.substring(offset, offset + length).getBytes(StandardCharsets.UTF_8).length;
        List<String> command = List.of(program, style, "--assume-filename=" + file, "--output-replacements-xml", "--offset=" + start, "--length=" + bytes);
        byte[] input = text.getBytes(StandardCharsets.UTF_8);
        return read(run(command, input), input);
    }

    private String run(List<String> command, byte[] input) throws OperationFailedException {
        try {
            Process process = new ProcessBuilder(command).start();
            CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            StringBuilder errors = new StringBuilder();
            Thread reader = Thread.ofPlatform().daemon().start(() -> errors.append(text(process.getErrorStream())));
            Thread writer = Thread.ofPlatform().daemon().start(() -> write(process, input));
            String output = text(process.getInputStream());
            reader.join();
            writer.join();
            if (process.waitFor() != 0) throw unavailable(errors.toString().lines().findFirst().orElse("it failed"), "");
            return output;
        } catch (IOException e) {
            throw unavailable("it cannot be started: " + e.getMessage(), HINT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", "");
        }
    }

    private static void write(Process process, byte[] input) {
        try (var out = process.getOutputStream()) {
            out.write(input);
        } catch (IOException e) {
            // It ended early; its exit status says so.
        }
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static OperationFailedException unavailable(String reason, String hint) {
        return new OperationFailedException(new Failure.Unavailable("clang-format", reason, hint));
    }

    /** Offsets in the answer are in bytes. */
    static List<Replacement> read(String xml, byte[] input) throws OperationFailedException {
        List<Replacement> all = new ArrayList<>();
        try {
            // White space is what the answer is all about, so its "xml:space" has to be heeded: a stream reader leaves it alone.
            XMLStreamReader reader = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT || !reader.getLocalName().equals("replacement")) continue;
                int offset = Integer.parseInt(reader.getAttributeValue(null, "offset"));
                int length = Integer.parseInt(reader.getAttributeValue(null, "length"));
                all.add(new Replacement(characters(input, 0, offset), characters(input, offset, length), reader.getElementText()));
            }
        } catch (XMLStreamException | NumberFormatException e) {
            throw unavailable("its answer cannot be read: " + e.getMessage(), "");
        }
        return all;
    }

    private static int characters(byte[] input, int offset, int length) {
        return new String(input, offset, length, StandardCharsets.UTF_8).length();
    }
}
