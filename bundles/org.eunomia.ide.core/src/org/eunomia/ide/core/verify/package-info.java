/**
 * What a kernel's verifier says of the programs of a project: {@link org.eunomia.ide.core.verify.VerifierLog} is its log taken apart into the
 * instructions that it went through, their C lines, the {@link org.eunomia.ide.core.verify.RegisterState}s and the reason of a refusal, which
 * {@link org.eunomia.ide.core.verify.PlainWords} puts so that one need not know the verifier.
 */
package org.eunomia.ide.core.verify;
