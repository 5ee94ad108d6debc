package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Nearest;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ProgramSpec;

/** Where programs attach, as far as their sections leave that open: {@code interface=eth0}, {@code cgroup=/sys/fs/cgroup/x}, {@code PROGRAM:frequency=99}. */
final class AttachOptions {
    private AttachOptions() { }

    /**
     * The package with {@code assignments} added to its programs' options: to one program by name, which is then attached whatever the package says;
     * else to all that are to be attached, or to all when none is.
     */
    static Package apply(Package pack, List<String> assignments) throws UsageException {
        if (assignments.isEmpty()) return pack;
        Map<String, Map<String, Object>> byProgram = new HashMap<>();
        for (String a : assignments) add(pack, a, byProgram);
        boolean noneAttaches = pack.programs().stream().noneMatch(ProgramSpec::attach);
        List<ProgramSpec> programs = new ArrayList<>();
        for (ProgramSpec p : pack.programs()) {
            Map<String, Object> options = new HashMap<>(p.options());
            boolean named = byProgram.containsKey(p.name());
            boolean attach = p.attach() || named || noneAttaches && byProgram.containsKey("");
            if (attach) options.putAll(byProgram.getOrDefault("", Map.of()));
            options.putAll(byProgram.getOrDefault(p.name(), Map.of()));
            programs.add(new ProgramSpec(p.name(), p.section(), attach, options));
        }
        return new Package(pack.format(), pack.name(), pack.version(), pack.description(), pack.license(), pack.object(), programs, pack.maps(), pack.params(),
                pack.requires(), pack.signatures(), pack.extra());
    }

    private static void add(Package pack, String assignment, Map<String, Map<String, Object>> byProgram) throws UsageException {
        int equals = assignment.indexOf('=');
        if (equals < 1) throw new UsageException("option '--attach' needs [PROGRAM:]NAME=VALUE, not '" + assignment + "'", "for example interface=eth0, cgroup=/sys/fs/cgroup, frequency=99");
        String left = assignment.substring(0, equals);
        String program = left.contains(":") ? left.substring(0, left.indexOf(':')) : "";
        List<String> names = pack.programs().stream().map(ProgramSpec::name).toList();
        if (!program.isEmpty() && !names.contains(program)) {
            List<String> near = Nearest.to(program, names);
            throw new UsageException(pack.name() + " has no program '" + program + "'", "it has " + String.join(", ", near.isEmpty() ? names : near));
        }
        byProgram.computeIfAbsent(program, p -> new HashMap<>()).put(left.substring(left.indexOf(':') + 1), assignment.substring(equals + 1));
    }
}
