package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.elf.GlobalText;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The params of a package as options. A param answers to its long option and its name, with dashes or underscores, and to a short option if
 * that is free; where the command has an option of that name the command's wins, and {@code --param NAME=VALUE} reaches the param.
 */
final class ParamOptions {
    private final Package pack;
    private final Map<ParamSpec, OptionSpec> options = new LinkedHashMap<>();
    private final Map<String, ParamSpec> booleans = new HashMap<>();

    /** Adds an option to {@code spec} for each param. */
    ParamOptions(Package pack, CommandSpec spec) {
        this.pack = pack;
        Set<String> taken = new HashSet<>(spec.optionsMap().keySet());
        Set<String> preferred = new HashSet<>();
        for (ParamSpec p : pack.params()) preferred.add("--" + longName(p));
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).heading("%nParameters of " + pack.name().replace("%", "%%") + ":%n").order(-1);
        for (ParamSpec p : pack.params()) {
            List<String> names = names(p, taken, preferred);
            taken.addAll(names);
            if (names.isEmpty()) continue;
            OptionSpec option = option(p, names);
            options.put(p, option);
            group.addArg(option);
            if (p.type() instanceof Type.Bool) names.forEach(n -> booleans.put(n, p));
        }
        if (!options.isEmpty()) spec.addArgGroup(group.build());
    }

    private static String longName(ParamSpec p) {
        return (p.longOption().isEmpty() ? p.name() : p.longOption()).replace('_', '-');
    }

    private static List<String> names(ParamSpec p, Set<String> taken, Set<String> preferred) {
        String longName = longName(p);
        Set<String> names = new LinkedHashSet<>();
        if (p.shortOption().length() == 1) names.add("-" + p.shortOption());
        names.add("--" + longName);
        names.add("--" + p.name());
        names.add("--" + p.name().replace('_', '-'));
        // target_pid is what programs call it that users know as --pid.
        for (String prefix : List.of("target-", "targ-", "filter-")) {
            if (longName.startsWith(prefix) && !preferred.contains("--" + longName.substring(prefix.length()))) names.add("--" + longName.substring(prefix.length()));
        }
        names.removeAll(taken);
        return new ArrayList<>(names);
    }

    private static OptionSpec option(ParamSpec p, List<String> names) {
        String label = p.type() instanceof Type.Bool ? "true|false" : p.type() instanceof Type.Array a && a.isText() ? "TEXT" : p.type().cName().toUpperCase(java.util.Locale.ROOT);
        String about = p.description().isEmpty() ? "" : p.description() + " ";
        String text = about + "(" + p.type().cName() + ", default " + (p.defaultValue().isEmpty() ? "empty" : p.defaultValue()) + choices(p.type()) + ")";
        return OptionSpec.builder(names.toArray(new String[0])).arity("1").type(String.class).paramLabel(label).description(text.replace("%", "%%")).build();
    }

    private static String choices(Type type) {
        if (!(type instanceof Type.Enum e)) return "";
        return "; one of " + String.join(", ", e.values().stream().map(Type.Enumerator::name).limit(20).toList());
    }

    /** Gives flags their values: {@code --flag} becomes {@code --flag=true}, {@code --no-flag} becomes {@code --flag=false}. */
    List<String> normalised(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments.size());
        boolean options = true;
        for (String a : arguments) {
            options &= !a.equals("--");
            if (options && booleans.containsKey(a)) all.add(a + "=true");
            else if (options && a.startsWith("--no-") && booleans.containsKey("--" + a.substring(5))) all.add("--" + a.substring(5) + "=false");
            else all.add(a);
        }
        return all;
    }

    /** What was given, by param name; checked against the types. */
    Map<String, String> values(List<String> assignments) throws OperationFailedException, UsageException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<ParamSpec, OptionSpec> e : options.entrySet()) {
            String value = e.getValue().getValue();
            if (value != null) put(e.getKey(), e.getValue().longestName(), value, values);
        }
        for (String a : assignments) {
            int equals = a.indexOf('=');
            if (equals < 1) throw new UsageException("option '--param' needs NAME=VALUE, not '" + a + "'", "");
            put(find(a.substring(0, equals)), "--param " + a.substring(0, equals), a.substring(equals + 1), values);
        }
        return values;
    }

    private static void put(ParamSpec param, String option, String value, Map<String, String> values) throws OperationFailedException {
        try {
            GlobalText.parse(param, value);
        } catch (OperationFailedException e) {
            // The user knows the option, not the variable.
            if (e.failure() instanceof Failure.ParamInvalid f) throw new OperationFailedException(new Failure.ParamInvalid(option, f.value(), f.problem(), f.hint()), e);
            throw e;
        }
        values.put(param.name(), value);
    }

    private ParamSpec find(String name) throws UsageException {
        String wanted = name.replace('-', '_');
        for (ParamSpec p : pack.params()) if (p.name().equals(name) || p.name().equals(wanted) || longName(p).equals(name)) return p;
        List<String> known = pack.params().stream().map(ParamSpec::name).toList();
        List<String> near = Nearest.to(name, known);
        throw new UsageException(pack.name() + " has no param '" + name + "'", !near.isEmpty() ? "did you mean " + String.join(", ", near) + "?"
                : known.isEmpty() ? "it has none at all" : "it has " + String.join(", ", known));
    }
}
