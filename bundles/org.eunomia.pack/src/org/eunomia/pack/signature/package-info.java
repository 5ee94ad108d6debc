/**
 * Signatures of packages. A {@link org.eunomia.pack.signature.SigningKey} signs through {@link org.eunomia.pack.signature.PackageSigner}, a
 * {@link org.eunomia.pack.signature.SignaturePolicy} refuses packages that none of its {@link org.eunomia.pack.signature.VerifyingKey}s has signed. Both work
 * offline, on the package's canonical form ({@link org.eunomia.pack.PackageDigest}), in forms that openssl makes and checks, too. Only
 * {@link org.eunomia.pack.signature.KeyFiles} touches files. Who owns a key, and until when it counts, is not known here: a policy lists the keys.
 */
package org.eunomia.pack.signature;
