package org.eunomia.ide.core.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.watch.WatchOptions;
import org.eunomia.ide.core.launch.TrackerLaunch;
import org.eunomia.ide.core.targets.Target;

/** What one would type to do the same in a terminal. */
final class CommandLine {
    private CommandLine() { }

    static String of(TrackerLaunch launch, Package pack, Target target) {
        List<String> words = new ArrayList<>(List.of("eunomia", "run", launch.source().replaceFirst("^/", "")));
        for (Map.Entry<String, String> p : new TreeMap<>(launch.params()).entrySet()) {
            words.add("--" + option(pack, p.getKey()));
            words.add(p.getValue());
        }
        if (!launch.duration().isBlank()) words.addAll(List.of("--duration", launch.duration().strip()));
        if (launch.format() != WatchOptions.Format.TEXT) words.addAll(List.of("-o", launch.format().name().toLowerCase()));
        if (!target.isLocal()) words.addAll(List.of("--host", target.endpoint()));
        return String.join(" ", words.stream().map(CommandLine::quoted).toList());
    }

    private static String option(Package pack, String param) {
        String name = pack.params().stream().filter(p -> p.name().equals(param) && !p.longOption().isEmpty()).map(ParamSpec::longOption).findFirst().orElse(param);
        return name.replace('_', '-');
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
