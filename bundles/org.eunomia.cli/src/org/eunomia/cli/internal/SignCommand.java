package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.eunomia.cli.internal.source.SourceOptions;
import org.eunomia.cli.internal.source.Sources;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.signature.KeyFiles;
import org.eunomia.pack.signature.PackageSigner;
import org.eunomia.pack.signature.SigningKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Signs a package. */
final class SignCommand implements FixedCommand {
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("sign", "Adds a signature to a package. Those by other keys stay.",
                "PACKAGE is a file, '-' for standard input, or a URL. It is written in format 1, whatever it was.");
        spec.addPositional(Arguments.positional("0", "PACKAGE", "what to sign"));
        spec.addOption(Arguments.option("KEYFILE", "the private key: PEM, PKCS #8, ECDSA P-256 or Ed25519", "--key"));
        spec.addOption(Arguments.option("OUT.json", "the signed package, '-' for standard output (default: replace the file)", "-o", "--output"));
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        String source = options.matchedPositionalValue(0, "");
        String keyFile = Arguments.value(options, "--key", "");
        if (source.isEmpty()) throw new UsageException("no PACKAGE given", "eunomia sign PACKAGE --key KEYFILE");
        if (keyFile.isEmpty()) throw new UsageException("no KEYFILE given", "--key KEYFILE; eunomia keygen makes a key");
        String target = Arguments.value(options, "--output", replaceable(source, session) ? source : "");
        if (target.isEmpty()) throw new UsageException("no place for the signed package given", "-o OUT.json");
        Path file = session.folder().resolve(keyFile);
        SigningKey key = KeyFiles.readPrivate(file);
        if (isOpen(file)) session.note("others than its owner can read " + keyFile);
        Package signed = PackageSigner.sign(new Sources(session, new SourceOptions(List.of(), true, false, "", false)).open(source), key);
        PackageFile.write(signed, target, session);
        if (!target.equals("-")) session.print(target + ": signed with " + key.verifyingKey() + "\n");
        return ExitCode.DONE;
    }

    /** A package, not what one can be made of. */
    private static boolean replaceable(String source, Session session) {
        return source.endsWith(".json") && source.indexOf('{') < 0 && source.indexOf('\0') < 0 && Files.isRegularFile(session.folder().resolve(source));
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }
}
