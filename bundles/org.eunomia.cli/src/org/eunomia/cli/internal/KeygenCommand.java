package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eunomia.core.OperationFailedException;
import org.eunomia.pack.signature.Algorithm;
import org.eunomia.pack.signature.KeyFiles;
import org.eunomia.pack.signature.SigningKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes a key to sign packages with. */
final class KeygenCommand implements FixedCommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("keygen", "Makes a key to sign packages with: the private half in FILE, for its owner only, the public half in FILE.pub.",
                "The private key is not encrypted. Existing files are never overwritten.");
        spec.addPositional(Arguments.positional("0", "FILE", "where to put the private key, as PEM"));
        spec.addOption(Arguments.option("ALGORITHM", algorithms() + " (default: " + Algorithm.ED25519.text() + ")", "--algorithm"));
        return spec;
    }

    private static String algorithms() {
        return Arrays.stream(Algorithm.values()).map(Algorithm::text).collect(Collectors.joining(" or "));
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        String file = options.matchedPositionalValue(0, "");
        if (file.isEmpty()) throw new UsageException("no FILE given", "eunomia keygen FILE");
        String wanted = Arguments.value(options, "--algorithm", Algorithm.ED25519.text());
        Algorithm algorithm = Algorithm.of(wanted).orElseThrow(() -> new UsageException("unknown algorithm '" + wanted + "'", algorithms()));
        SigningKey key = SigningKey.generate(algorithm);
        Path target = session.folder().resolve(file);
        KeyFiles.write(key, target);
        session.print(file + ": private key, to be kept secret\n" + file + ".pub: public " + key.verifyingKey() + "\n");
        return ExitCode.DONE;
    }
}
