package org.eunomia.tests.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A systemd unit, as far as its command can be run without systemd. */
record Unit(List<String> lines) {
    static final String PATH = "usr/lib/systemd/system/eunomia.service";
    /** Any that is not root's. */
    private static final String USER = "61234";

    static Unit in(DebianRoot root) throws IOException {
        return new Unit(Files.readAllLines(root.root().resolve(PATH)));
    }

    String value(String key) {
        return lines.stream().filter(l -> l.startsWith(key + "=")).findFirst().map(l -> l.substring(key.length() + 1)).orElseThrow(() -> new AssertionError("no " + key));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "HOME", "/"));
        for (String assignment : value("Environment").split(" ")) environment.put(assignment.split("=")[0], assignment.split("=")[1]);
        return environment;
    }

    /** {@code command} as another user than root, with the unit's capabilities and no others. */
    String[] confined(String... command) {
        String capabilities = "-all,+" + value("AmbientCapabilities").toLowerCase().replace("cap_", "").replace(" ", ",+");
        List<String> all = new ArrayList<>(List.of("/bin/setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--inh-caps=" + capabilities, "--ambient-caps=" + capabilities,
                "--bounding-set=" + capabilities, "--no-new-privs"));
        all.addAll(List.of(command));
        return all.toArray(String[]::new);
    }

    /** What systemd does for StateDirectory= and its like. */
    void prepareFolders(DebianRoot root) throws IOException {
        for (String folder : List.of("run", "var/lib", "var/cache")) {
            Path own = Files.createDirectories(root.root().resolve(folder).resolve("eunomia"));
            Files.setAttribute(own, "unix:uid", Integer.valueOf(USER));
            Files.setAttribute(own, "unix:gid", Integer.valueOf(USER));
        }
    }
}
