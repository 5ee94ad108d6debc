package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eunomia.cli.internal.source.SourceOptions;
import org.eunomia.cli.internal.source.Sources;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.pack.PackageDigest;
import org.eunomia.pack.signature.SignatureCheck;
import org.eunomia.pack.signature.SignaturePolicy;
import org.eunomia.pack.signature.VerifyingKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Tells whether a package is what the owner of a key signed. */
final class VerifySignatureCommand implements FixedCommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("verify-signature", "Checks the signatures of a package. One good one is enough; otherwise the exit code is 3.",
                "PACKAGE is a file, '-' for standard input, or a URL.");
        spec.addPositional(Arguments.positional("0", "PACKAGE", "what to check"));
        spec.addOption(Arguments.repeated("KEYFILE", "a file with public keys that count (PEM)", "--key"));
        spec.addOption(Arguments.format());
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        String source = options.matchedPositionalValue(0, "");
        List<String> keyFiles = options.matchedOptionValue("--key", List.<String>of());
        if (source.isEmpty()) throw new UsageException("no PACKAGE given", "eunomia verify-signature PACKAGE --key KEYFILE");
        if (keyFiles.isEmpty()) throw new UsageException("no KEYFILE given", "--key KEYFILE, with the public keys that you trust");
        boolean json = Arguments.wantsJson(options);
        List<VerifyingKey> keys = Signatures.keys(keyFiles, session);
        Package pack = new Sources(session, new SourceOptions(List.of(), true, false, "", false)).open(source);
        List<SignatureCheck> checks = SignatureCheck.all(pack, keys);
        session.print(json ? json(pack, checks) : text(pack, checks));
        new SignaturePolicy(keys).check(pack);
        return ExitCode.DONE;
    }

    private static String text(Package pack, List<SignatureCheck> checks) {
        StringBuilder out = new StringBuilder();
        for (SignatureCheck c : checks) out.append(String.format("%-11s  %s key %s%n", verdict(c), Escapes.text(c.signature().algorithm()), Escapes.text(c.signature().keyId())));
        return out.append("digest       ").append(PackageDigest.of(pack)).append('\n').toString();
    }

    private static String json(Package pack, List<SignatureCheck> checks) {
        TextBuffer out = new TextBuffer().put("{\"package\":");
        Escapes.json(pack.name(), out);
        out.put(",\"digest\":\"").put(PackageDigest.of(pack)).put("\",\"signatures\":[");
        String separator = "";
        for (SignatureCheck c : checks) {
            out.put(separator).put("{\"algorithm\":");
            Escapes.json(c.signature().algorithm(), out);
            out.put(",\"keyId\":");
            Escapes.json(c.signature().keyId(), out);
            out.put(",\"verdict\":\"").put(verdict(c)).put("\"}");
            separator = ",";
        }
        return out.put("]}\n").toString();
    }

    private static String verdict(SignatureCheck c) {
        return c.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
