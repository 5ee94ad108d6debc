package org.eunomia.pack.signature;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.List;
import javax.crypto.KeyAgreement;

/** The curve NIST P-256, alias secp256r1 and prime256v1. */
final class P256 {
    private static final ECParameterSpec SPEC = spec();

    private P256() { }

    private static ECParameterSpec spec() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean has(ECParameterSpec other) {
        return other.getCurve().equals(SPEC.getCurve()) && other.getGenerator().equals(SPEC.getGenerator()) && other.getOrder().equals(SPEC.getOrder());
    }

    /**
     * Both points that may be the public half: the JDK does not derive it, and files need not hold it. Agreeing with the generator gives the point's x
     * without arithmetic of our own on the secret; y follows but for its sign.
     */
    static List<PublicKey> publicHalves(ECPrivateKey key) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(SPEC.getGenerator(), SPEC)), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        EllipticCurve curve = SPEC.getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger square = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);   // p is 3 modulo 4
        return List.of(keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), SPEC)), keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, p.subtract(y)), SPEC)));
    }
}
