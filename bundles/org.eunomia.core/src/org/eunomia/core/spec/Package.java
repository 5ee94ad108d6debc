package org.eunomia.core.spec;

import java.util.List;
import java.util.Map;

/**
 * A compiled tracker.
 *
 * @param format  which generation of document it was read from, {@link Format#EUNOMIA_1} for one that was just built
 * @param object  the ELF object, uncompressed; not to be written to
 * @param extra   top-level members of the document that this version does not know, kept for writing: JDK maps, lists, strings, numbers, booleans
 */
public record Package(Format format, String name, String version, String description, String license, byte[] object,
        List<ProgramSpec> programs, List<MapSpec> maps, List<ParamSpec> params, Requirements requires, List<Signature> signatures,
        Map<String, Object> extra) {

    /** Generations of the document: ours, that of 0.1.0, and the two of eunomia-bpf. */
    public enum Format { EUNOMIA_1, EUNOMIA_0, EUNOMIA_BPF_1, EUNOMIA_BPF_2 }

    /** @param kernel the oldest kernel version that has all of {@code features}, empty when unknown */
    public record Requirements(String kernel, List<String> features) {
        public static final Requirements NONE = new Requirements("", List.of());

        public Requirements {
            features = List.copyOf(features);
        }
    }

    /** A detached signature over the digest of the canonical form; {@code value} is base64. */
    public record Signature(String algorithm, String keyId, String value) { }

    public Package {
        programs = List.copyOf(programs);
        maps = List.copyOf(maps);
        params = List.copyOf(params);
        signatures = List.copyOf(signatures);
        extra = Map.copyOf(extra);
    }
}
