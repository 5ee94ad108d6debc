package org.eunomia.tests.kernel.cli;

import java.io.IOException;

/** A process that opens {@code /etc/hostname} about a hundred times a second by {@code openat}, and by the system call {@code open} as well. */
final class Opener implements AutoCloseable {
    private static final int SYS_OPEN = 2;
    private final Process process;

    Opener() throws IOException {
        String open = System.getProperty("os.arch").equals("amd64") ? "my $fd = syscall(" + SYS_OPEN + ", $name, 0); POSIX::close($fd);" : "";
        process = new ProcessBuilder("perl", "-MPOSIX", "-e", "$| = 1; my $name = \"/etc/hostname\"; print \"ready\\n\"; while (getppid() != 1) { open(my $f, '<', $name); close($f); " + open
                + " select(undef, undef, undef, 0.01); }").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (!"ready".equals(process.inputReader().readLine())) throw new IOException("perl does not start");
    }

    String pid() {
        return Long.toString(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
