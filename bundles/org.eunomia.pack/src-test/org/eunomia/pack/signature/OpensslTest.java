package org.eunomia.pack.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageDigest;
import org.eunomia.pack.PackageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands of docs/package-format.md. */
class OpensslTest {
    private static final String CANONICAL = """
            python3 -c '
            import json, sys
            d = json.load(sys.stdin)
            d.pop("signatures", None)
            d["object"] = {k: d["object"][k] for k in ("size", "sha256")}
            sys.stdout.write(json.dumps(d, ensure_ascii=False, separators=(",", ":")))' < x.json > x.canonical
            """;
    private static final Map<Algorithm, String> VERIFY = Map.of(
            Algorithm.ED25519, "openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in x.canonical -sigfile x.sig",
            Algorithm.ECDSA_P256, "openssl dgst -sha256 -verify key.pub -signature x.sig x.canonical");
    private static final Map<Algorithm, String> SIGN = Map.of(
            Algorithm.ED25519, "openssl pkeyutl -sign -inkey key.pem -rawin -in x.canonical -out x.sig",
            Algorithm.ECDSA_P256, "openssl dgst -sha256 -sign key.pem -out x.sig x.canonical");
    private static final Map<Algorithm, String> GENERATE = Map.of(
            Algorithm.ED25519, "openssl genpkey -algorithm ed25519 -out key.pem",
            Algorithm.ECDSA_P256, "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem");

    @TempDir
    Path folder;

    private int run(String script) throws Exception {
        Process sh = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        return sh.waitFor();
    }

    private void must(String script) throws Exception {
        assertEquals(0, run(script), () -> script + "\n" + said());
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensslChecksOurSignature(Algorithm algorithm) throws Exception {
        SigningKey key = SigningKey.generate(algorithm);
        Package signed = PackageSigner.sign(SignedPackages.sample(), key);
        Files.writeString(folder.resolve("key.pub"), key.verifyingKey().pem());
        Files.write(folder.resolve("x.json"), PackageWriter.write(signed));
        Files.write(folder.resolve("x.sig"), Base64.getDecoder().decode(signed.signatures().get(0).value()));
        must(CANONICAL + VERIFY.get(algorithm));
        Files.writeString(folder.resolve("x.canonical"), " ", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(1, run(VERIFY.get(algorithm)), this::said);
    }

    @Test
    void anybodyCanMakeTheCanonicalForm() throws Exception {
        Package sample = SignedPackages.with(SignedPackages.sample(), "Größe \"1\" \\ \n \u007f 世", List.of());
        Files.write(folder.resolve("x.json"), PackageWriter.write(sample));
        must(CANONICAL);
        assertEquals(new String(PackageDigest.canonicalForm(sample), "UTF-8"), Files.readString(folder.resolve("x.canonical")));
    }

    @ParameterizedTest
    @EnumSource
    void weAcceptWhatOpensslSignedAndSignWithItsKeys(Algorithm algorithm) throws Exception {
        Package sample = SignedPackages.sample();
        Files.write(folder.resolve("x.canonical"), PackageDigest.canonicalForm(sample));
        must(GENERATE.get(algorithm) + " && openssl pkey -in key.pem -pubout -out key.pub && " + SIGN.get(algorithm));
        List<VerifyingKey> keys = KeyFiles.readPublic(folder.resolve("key.pub"));
        assertEquals(keys, List.of(KeyFiles.readPrivate(folder.resolve("key.pem")).verifyingKey()));
        String value = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("x.sig")));
        Package signed = SignedPackages.with(sample, sample.description(), List.of(new Package.Signature(algorithm.text(), keys.get(0).id(), value)));
        new SignaturePolicy(keys).check(signed);
    }

    @ParameterizedTest
    @EnumSource
    void keyIdIsTheDigestOfTheSubjectPublicKeyInfo(Algorithm algorithm) throws Exception {
        VerifyingKey key = SigningKey.generate(algorithm).verifyingKey();
        Files.writeString(folder.resolve("key.pub"), key.pem());
        must("openssl pkey -pubin -in key.pub -outform DER | openssl dgst -sha256");
        assertTrue(said().contains("= " + key.id()), this::said);
    }

    @Test
    void refusesOtherKindsOfKeys() throws Exception {
        must("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub");
        String wanted = "neither ECDSA P-256 nor Ed25519";
        for (org.junit.jupiter.api.function.Executable read : List.<org.junit.jupiter.api.function.Executable>of(() -> KeyFiles.readPublic(folder.resolve("key.pub")), () -> KeyFiles.readPrivate(folder.resolve("key.pem")))) {
            var failure = org.junit.jupiter.api.Assertions.assertThrows(org.eunomia.core.OperationFailedException.class, read).failure();
            assertTrue(failure.summary().contains(wanted), failure::summary);
        }
    }
}
