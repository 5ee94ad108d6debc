package org.eunomia.daemon.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.wire.Documents;
import org.eunomia.wire.InvalidDocumentException;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;
import org.eunomia.wire.StartRequest;

/**
 * A kept tracker as a document: a {@link StartRequest} behind the version of this form.
 *
 * @param ends when its time to live is over, by the clock of the wall, which goes on while no daemon runs
 */
record StateDocument(String source, StartRequest request, Optional<Instant> ends) {
    private static final String FAMILY = "eunomia-state/";
    private static final String FORMAT = FAMILY + "1";

    static byte[] write(StartSpec spec, Optional<Instant> ends, PackageDocuments documents) {
        byte[] request = StartRequest.write(spec, false, documents.write(spec.pack()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(request.length + 64);
        out.writeBytes(("{\"format\":\"" + FORMAT + "\"," + ends.map(e -> "\"ends\":\"" + e + "\",").orElse("")).getBytes(StandardCharsets.US_ASCII));
        out.write(request, 1, request.length - 1);
        return out.toByteArray();
    }

    /** @throws InvalidDocumentException when it is damaged; @throws OperationFailedException when it is whole, but of a newer form */
    static StateDocument read(String source, byte[] document) throws InvalidDocumentException, OperationFailedException {
        Object json;
        try {
            json = Json.parse(document);
        } catch (MalformedJsonException e) {
            throw new InvalidDocumentException("", e.getMessage());
        }
        Object format = json instanceof Map<?, ?> members ? members.get("format") : null;
        if (!(format instanceof String text) || !text.startsWith(FAMILY)) throw new InvalidDocumentException("/format", "'" + FORMAT + "' is wanted");
        if (!text.equals(FORMAT)) {
            throw new OperationFailedException(new Failure.NotSupported("state of form " + text + " (" + source + ")", "", "a newer daemon wrote it"));
        }
        StartRequest request = Documents.fromJson(StartRequest.class, json, Documents.Unknown.IGNORED);
        if (request.pack() == null) throw new InvalidDocumentException("/package", "it is missing");
        return new StateDocument(source, request, ends(((Map<?, ?>) json).get("ends")));
    }

    private static Optional<Instant> ends(Object json) throws InvalidDocumentException {
        try {
            return Optional.ofNullable(json).map(text -> Instant.parse((String) text));
        } catch (ClassCastException | DateTimeException e) {
            throw new InvalidDocumentException("/ends", "'" + json + "' is no time");
        }
    }

    /** As asked for, but with what is left of the time to live. */
    StartOptions options(Instant now) {
        StartOptions asked = request.options();
        if (ends.isEmpty()) return asked;
        Duration left = Duration.between(now, ends.get());
        return new StartOptions(asked.labels(), Duration.ofSeconds(Math.max(1, left.toSeconds())), asked.budget(), asked.persistent());
    }

    /** @throws OperationFailedException when its package is refused now */
    StartSpec spec(Instant now, PackageDocuments documents) throws OperationFailedException {
        byte[] pack = request.pack() instanceof String string ? string.getBytes(StandardCharsets.UTF_8) : Json.write(request.pack());
        return new StartSpec(documents.read(source, pack), request.name(), request.params(), request.mapEntries(), options(now));
    }
}
