package org.eunomia.tests.ui.kit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;
import org.eunomia.wire.LocalDaemon;
import org.osgi.framework.FrameworkUtil;

/** A daemon in a process of its own, out of the bundles that are tested: on a free port of this host, over TLS, with a token. */
public final class TlsDaemon implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens=\"?(https://127\\.0\\.0\\.1:[0-9]+)");
    private static final Pattern RUNTIME = Pattern.compile("org\\.eunomia\\.(?!ide|studio|tests).*|com\\.sun\\.jna|com\\.fasterxml\\.jackson\\.core.*|picocli|org\\.eclipse\\.jetty\\..*|slf4j\\.api|org\\.apache\\.felix\\.gogo\\.runtime|org\\.osgi\\.service\\.component.*");
    private final Process process;
    private final Path folder;
    private final String address;

    private TlsDaemon(Process process, Path folder, String address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** @param folder for its files */
    public static TlsDaemon start(Path folder) throws IOException, InterruptedException {
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
                "-keyout", folder.resolve("key.pem").toString(), "-out", folder.resolve("certificate.pem").toString());
        Process process = new ProcessBuilder(command(folder)).redirectErrorStream(true).start();
        BlockingQueue<String> addresses = new ArrayBlockingQueue<>(1);
        List<String> said = new ArrayList<>();
        Thread.ofPlatform().daemon().start(() -> read(process, addresses, said));
        String address = addresses.poll(Ui.DEADLINE.toSeconds(), TimeUnit.SECONDS);
        if (address == null) {
            process.destroyForcibly();
            throw new AssertionError("the daemon does not listen: " + said);
        }
        return new TlsDaemon(process, folder, address);
    }

    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        for (String property : List.of("eunomia.shim", "eunomia.home", "jna.boot.library.path", "jna.nosys", "jna.nounpack")) {
            if (System.getProperty(property) != null) command.add("-D" + property + "=" + System.getProperty(property));
        }
        command.addAll(List.of("-cp", classPath(), "org.eunomia.cli.internal.Main", "server", "--listen", "127.0.0.1:0", "--unix", "none", "--state", "none",
                "--tls-certificate", folder.resolve("certificate.pem").toString(), "--tls-key", folder.resolve("key.pem").toString(), "--token-file", folder.resolve("tokens").toString()));
        return command;
    }

    private static String classPath() {
        return Stream.of(FrameworkUtil.getBundle(FileLocator.class).getBundleContext().getBundles()).filter(b -> b.getSymbolicName() != null && RUNTIME.matcher(b.getSymbolicName()).matches())
                .map(FileLocator::getBundleFileLocation).flatMap(Optional::stream).map(File::getPath).collect(Collectors.joining(File.pathSeparator));
    }

    private static void read(Process process, BlockingQueue<String> addresses, List<String> said) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                Matcher m = LISTENS.matcher(line);
                if (m.find()) addresses.offer(m.group(1));
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new AssertionError(String.join(" ", command) + ": " + output);
    }

    public String address() {
        return address;
    }

    /** Of an admin. */
    public String token() {
        return LocalDaemon.firstToken(folder.resolve("tokens")).orElseThrow();
    }

    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    public String certificateText() throws IOException {
        return Files.readString(certificate());
    }

    /** Ends it as a host that goes down would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) kill();
    }
}
