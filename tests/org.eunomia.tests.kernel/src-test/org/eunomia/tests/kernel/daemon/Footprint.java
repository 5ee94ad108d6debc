package org.eunomia.tests.kernel.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of another JVM.
 *
 * @param heapKiB     of live objects
 * @param residentKiB of the whole process
 */
record Footprint(long heapKiB, long residentKiB) {
    /** Dead space that the collector leaves where closing it is not worth the while. */
    private static final Pattern FILLER = Pattern.compile("\\s(\\d+)  \\S*jdk\\.internal\\.vm\\.Filler");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static Footprint of(long pid) throws IOException, InterruptedException {
        String live = command(pid, "GC.class_histogram");
        Matcher total = TOTAL.matcher(live);
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        if (!total.find() || !resident.find()) throw new AssertionError(live);
        long filler = FILLER.matcher(live).results().mapToLong(m -> Long.parseLong(m.group(1))).sum();
        return new Footprint((Long.parseLong(total.group(1)) - filler) >> 10, Long.parseLong(resident.group(1)));
    }

    private static String command(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(pid), command).redirectErrorStream(true).start();
        String out = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) throw new AssertionError(out);
        return out;
    }
}
