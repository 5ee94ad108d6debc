package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * The params of a package as options. A param answers to its long option, to its name with dashes or underscores, to a name that says {@code target_} or the
 * like without that, and to its short option, as far as these are free. Where the command has an option of that name the command's wins, and
 * {@code --param NAME=VALUE} reaches the param.
 */
final class ParamOptions {
    private static final List<String> PREFIXES = List.of("target-", "targ-", "filter-");
    private final Package pack;
    private final Map<ParamSpec, OptionSpec> options = new LinkedHashMap<>();
    /** The name in the help by every name that is accepted. */
    private final Map<String, String> shownNames = new HashMap<>();
    private final Set<String> booleans = new HashSet<>();

    /** Adds an option to {@code spec} for each param. */
    ParamOptions(Package pack, CommandSpec spec) {
        this.pack = pack;
        Set<String> taken = new HashSet<>(spec.optionsMap().keySet());
        for (ParamSpec p : pack.params()) add(p, taken);
        for (ParamSpec p : options.keySet()) addAliases(p, taken);
        if (options.isEmpty()) return;
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).heading("%nParameters of " + pack.name().replace("%", "%%") + ":%n").order(-1);
        options.values().forEach(group::addArg);
        spec.addArgGroup(group.build());
    }

    private void add(ParamSpec p, Set<String> taken) {
        String longName = "--" + longName(p);
        if (!taken.add(longName)) return;
        String shortName = "-" + p.shortOption();
        boolean hasShort = shortName.length() == 2 && taken.add(shortName);
        OptionSpec option = option(p, hasShort ? List.of(shortName, longName) : List.of(longName));
        options.put(p, option);
        for (String name : option.names()) shownNames.put(name, longName);
        if (p.type() instanceof Type.Bool) booleans.add(longName);
    }

    private void addAliases(ParamSpec p, Set<String> taken) {
        List<String> aliases = new ArrayList<>(List.of("--" + p.name(), "--" + p.name().replace('_', '-')));
        for (String prefix : PREFIXES) if (longName(p).startsWith(prefix)) aliases.add("--" + longName(p).substring(prefix.length()));
        for (String a : aliases) if (taken.add(a)) shownNames.put(a, "--" + longName(p));
    }

    private static String longName(ParamSpec p) {
        return (p.longOption().isEmpty() ? p.name() : p.longOption()).replace('_', '-');
    }

    private static OptionSpec option(ParamSpec p, List<String> names) {
        String about = p.description().isEmpty() ? "" : p.description() + " ";
        String text = about + "(" + p.type().cName() + ", default " + (p.defaultValue().isEmpty() ? "empty" : p.defaultValue()) + choices(p.type()) + ")";
        return OptionSpec.builder(names.toArray(new String[0])).arity("1").type(String.class).paramLabel(label(p.type())).description(text.replace("%", "%%")).build();
    }

    private static String label(Type type) {
        return switch (type) {
            case Type.Bool b -> "true|false";
            case Type.Enum e -> "NAME";
            case Type.Array a -> a.isText() ? "TEXT" : "LIST";
            case Type.Float f -> "NUMBER";
            case Type.Int i -> "N";
            case Type.Char c -> "CHAR";
            case Type.Pointer p -> "N";
            case Type.Struct s -> "VALUE";
        };
    }

    private static String choices(Type type) {
        if (!(type instanceof Type.Enum e)) return "";
        return "; one of " + String.join(", ", e.values().stream().map(Type.Enumerator::name).limit(20).toList());
    }

    /** Options by the names in the help, and flags with their values: {@code --flag} becomes {@code --flag=true}, {@code --no-flag} becomes {@code --flag=false}. */
    List<String> normalised(List<String> arguments) {
        int end = arguments.indexOf("--");
        List<String> all = new ArrayList<>(arguments);
        for (int i = 0; i < (end < 0 ? all.size() : end); i++) all.set(i, normalised(all.get(i)));
        return all;
    }

    private String normalised(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        String shown = shownNames.get(name);
        if (shown == null && name.startsWith("--no-")) {
            String denied = shownNames.get("--" + name.substring(5));
            return equals < 0 && booleans.contains(denied) ? denied + "=false" : argument;
        }
        if (shown == null || !name.startsWith("--") && !booleans.contains(shown)) return argument;
        return shown + (equals >= 0 ? argument.substring(equals) : booleans.contains(shown) ? "=true" : "");
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
