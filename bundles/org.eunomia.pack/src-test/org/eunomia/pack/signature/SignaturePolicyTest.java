package org.eunomia.pack.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignaturePolicyTest {
    private static final SigningKey OURS = SigningKey.generate(Algorithm.ED25519);
    private static final SigningKey OTHER = SigningKey.generate(Algorithm.ECDSA_P256);
    private static final Package SAMPLE = SignedPackages.sample();

    private static Failure.PolicyRefused refusal(Package p, SigningKey... keys) {
        SignaturePolicy policy = new SignaturePolicy(List.of(keys).stream().map(SigningKey::verifyingKey).toList());
        return (Failure.PolicyRefused) assertThrows(OperationFailedException.class, () -> policy.check(p)).failure();
    }

    private static List<SignatureCheck.Verdict> verdicts(Package p, SigningKey... keys) throws OperationFailedException {
        return new SignaturePolicy(List.of(keys).stream().map(SigningKey::verifyingKey).toList()).check(p).stream().map(SignatureCheck::verdict).toList();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatItsKeySigned(Algorithm algorithm) throws OperationFailedException {
        SigningKey key = SigningKey.generate(algorithm);
        Package signed = SignedPackages.sent(PackageSigner.sign(SAMPLE, key));
        assertEquals(List.of(SignatureCheck.Verdict.GOOD), verdicts(signed, OURS, key));
        assertEquals(algorithm.text(), signed.signatures().get(0).algorithm());
        assertEquals(PackageDigest.of(SAMPLE), PackageDigest.of(signed));
    }

    @Test
    void oneGoodSignatureOfSeveralIsEnough() throws OperationFailedException {
        Package signed = SignedPackages.sent(PackageSigner.sign(PackageSigner.sign(SAMPLE, OTHER), OURS));
        assertEquals(List.of(SignatureCheck.Verdict.UNKNOWN_KEY, SignatureCheck.Verdict.GOOD), verdicts(signed, OURS));
        assertEquals(List.of(SignatureCheck.Verdict.GOOD, SignatureCheck.Verdict.GOOD), verdicts(signed, OURS, OTHER));
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertEquals("package " + SAMPLE.name() + " is refused: it is not signed", refusal(SAMPLE, OURS).summary());
    }

    @Test
    void refusesUnknownKeys() {
        assertEquals("it is signed by unknown key " + OTHER.verifyingKey().id(), refusal(PackageSigner.sign(SAMPLE, OTHER), OURS).reason());
    }

    @Test
    void refusesWhatWasChangedAfterwards() {
        Package signed = PackageSigner.sign(SAMPLE, OURS);
        Failure.PolicyRefused changed = refusal(SignedPackages.with(signed, "something else", signed.signatures()), OURS);
        assertEquals("the signature by key " + OURS.verifyingKey().id() + " does not fit: the package was changed after it was signed, or the signature is forged", changed.reason());
    }

    @Test
    void refusesAnotherObject() {
        Package signed = PackageSigner.sign(SAMPLE, OURS);
        byte[] object = signed.object().clone();
        object[object.length - 1] ^= 1;
        Package other = new Package(signed.format(), signed.name(), signed.version(), signed.description(), signed.license(), object, signed.programs(), signed.maps(), signed.params(),
                signed.requires(), signed.signatures(), signed.extra());
        assertEquals("package " + SAMPLE.name(), refusal(other, OURS).what());
    }

    @Test
    void refusesForeignValuesUnderItsKeyId() {
        Package byOther = PackageSigner.sign(SAMPLE, OTHER);
        String value = byOther.signatures().get(0).value();
        String id = OURS.verifyingKey().id();
        for (Package.Signature forged : List.of(new Package.Signature("ed25519", id, value), new Package.Signature("ecdsa-p256-sha256", id, value),
                new Package.Signature("none", id, ""), new Package.Signature("ed25519", id, "?"), new Package.Signature("ed25519", id, "A".repeat(88)))) {
            assertEquals(id, refusal(SignedPackages.with(SAMPLE, SAMPLE.description(), List.of(forged)), OURS).reason().split("key |[ ]does")[1]);
        }
    }

    @Test
    void refusesMoreSignaturesThanItLooksAt() {
        List<Package.Signature> many = Collections.nCopies(65, new Package.Signature("ed25519", OURS.verifyingKey().id(), ""));
        assertEquals("it has more than 64 signatures", refusal(SignedPackages.with(SAMPLE, "", many), OURS).reason());
    }

    @Test
    void signingAgainReplacesTheKeysOwnSignature() {
        Package twice = PackageSigner.sign(PackageSigner.sign(PackageSigner.sign(SAMPLE, OURS), OTHER), OURS);
        assertEquals(List.of(OTHER.verifyingKey().id(), OURS.verifyingKey().id()), twice.signatures().stream().map(Package.Signature::keyId).toList());
    }
}
