package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makePackageAndKey() throws Exception {
        Packages.write(folder, List.of(), Packages.events());
        assertEquals(0, run("keygen", "k.pem").code());
    }

    private Run run(String... args) {
        return Run.in(folder, null, args);
    }

    private String keyId() {
        return run("sign", "tool.json", "--key", "k.pem", "-o", "other.json").out().strip().replaceAll(".* ", "");
    }

    @Test
    void signsAndVerifies() {
        String id = keyId();
        assertEquals(new Run(0, "tool.json: signed with ed25519 key " + id + "\n", ""), run("sign", "tool.json", "--key", "k.pem"));
        Run good = run("verify-signature", "tool.json", "--key", "k.pem.pub");
        assertEquals(0, good.code(), good.err());
        assertTrue(good.out().startsWith("good         ed25519 key " + id + "\ndigest       "), good.out());
        Run json = run("verify-signature", "tool.json", "--key", "k.pem.pub", "-o", "json");
        assertTrue(json.out().endsWith("\"signatures\":[{\"algorithm\":\"ed25519\",\"keyId\":\"" + id + "\",\"verdict\":\"good\"}]}\n"), json.out());
    }

    @Test
    void oneOfSeveralKeysIsEnough() {
        assertTrue(run("keygen", "e.pem", "--algorithm", "ecdsa-p256-sha256").out().contains("e.pem.pub: public ecdsa-p256-sha256 key "));
        run("sign", "tool.json", "--key", "k.pem");
        run("sign", "tool.json", "--key", "e.pem");
        Run both = run("verify-signature", "tool.json", "--key", "k.pem.pub", "--key", "e.pem.pub");
        assertEquals(2, both.out().lines().filter(l -> l.startsWith("good ")).count());
        Run one = run("verify-signature", "tool.json", "--key", "e.pem.pub");
        assertEquals(0, one.code());
        assertTrue(one.out().startsWith("unknown key  ed25519"), one.out());
    }

    @Test
    void refusesWithExitCodeThree() throws Exception {
        Run unsigned = run("verify-signature", "tool.json", "--key", "k.pem.pub");
        assertEquals(ExitCode.REFUSED, unsigned.code());
        assertTrue(unsigned.err().startsWith("error: package tool is refused: it is not signed\nhint: eunomia sign adds a signature"), unsigned.err());
        run("sign", "tool.json", "--key", "k.pem");
        Files.writeString(folder.resolve("tool.json"), Files.readString(folder.resolve("tool.json")).replace("Shows things.", "Shows more."));
        Run changed = run("verify-signature", "tool.json", "--key", "k.pem.pub");
        assertEquals(ExitCode.REFUSED, changed.code());
        assertTrue(changed.out().startsWith("bad "), changed.out());
        assertTrue(changed.err().contains("was changed after it was signed"), changed.err());
    }

    @Test
    void runDemandsASignatureBeforeAnythingIsStarted() {
        Run refused = run("run", "tool.json", "--require-signature", "k.pem.pub");
        assertEquals(ExitCode.REFUSED, refused.code());
        assertEquals("error: package tool is refused: it is not signed", refused.err().lines().findFirst().orElse(""));
    }

    @Test
    void runTakesWhatIsSigned() {
        run("sign", "tool.json", "--key", "k.pem");
        ScriptedTrackerService service = new ScriptedTrackerService();
        Run run = Run.in(folder, service, "run", "tool.json", "--require-signature", "k.pem.pub", "--duration", "1ms");
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void keepsKeysSafe() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("k.pem"))));
        assertEquals(ExitCode.FAILED, run("keygen", "k.pem").code());
        assertTrue(run("keygen", "k.pem").err().endsWith("it exists already\nhint: keys are never overwritten; choose another name\n"));
        Files.setPosixFilePermissions(folder.resolve("k.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("note: others than its owner can read k.pem\n", run("sign", "tool.json", "--key", "k.pem").err());
    }

    @Test
    void replacesPackagesOnly() throws Exception {
        Files.write(folder.resolve("tool.o"), org.eunomia.pack.PackageReader.read("tool", Files.readAllBytes(folder.resolve("tool.json"))).object());
        Run object = run("sign", "tool.o", "--key", "k.pem");
        assertEquals(new Run(ExitCode.USAGE, "", "error: no place for the signed package given\nhint: -o OUT.json\n"), object);
        byte[] document = Files.readAllBytes(folder.resolve("tool.json"));
        Run piped = Run.in(folder, null, document, "sign", "-", "--key", "k.pem", "-o", "-");
        assertEquals(0, piped.code(), piped.err());
        assertTrue(piped.out().endsWith("\"}]}") && piped.out().contains("\"signatures\":["), piped.out());
        assertFalse(new String(Files.readAllBytes(folder.resolve("tool.json"))).contains("signatures"));
    }

    @Test
    void asksForWhatIsMissing() {
        assertEquals(ExitCode.USAGE, run("keygen").code());
        assertEquals(ExitCode.USAGE, run("keygen", "x", "--algorithm", "rsa").code());
        assertEquals(ExitCode.USAGE, run("sign", "tool.json").code());
        assertEquals(ExitCode.USAGE, run("verify-signature", "tool.json").code());
    }
}
