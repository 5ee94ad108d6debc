package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.toolchain.internal.comments.AnnotationValue;
import org.eunomia.toolchain.internal.comments.Comment;

/** Makes options of globals: names that people like to type, and help from comments. */
final class Params {
    /** What programs put around a name to say that it is an option. */
    private static final Pattern DECORATION = Pattern.compile("^(?:target|targ|filter(?!_by_)|opt|arg|cfg)_|_(?:target|targ|filter)$");
    /** Options of the command line itself. */
    private static final Set<String> TAKEN = Set.of("help", "version", "output", "count", "duration", "host", "o", "h");

    private final Map<String, Comment> comments;
    private final Findings findings;

    /** @param comments at the variable, by its name */
    Params(Map<String, Comment> comments, Findings findings) {
        this.comments = comments;
        this.findings = findings;
    }

    List<ParamSpec> describe(List<ParamSpec> params) {
        Map<String, Map<String, String>> given = new HashMap<>();
        for (ParamSpec p : params) given.put(p.name(), annotation(p));
        Map<String, Integer> wanted = new HashMap<>();
        for (ParamSpec p : params) wanted.merge(longOption(p, given.get(p.name())), 1, Integer::sum);
        for (ParamSpec p : params) wanted.merge(dashed(p.name()), 1, Integer::sum);
        List<ParamSpec> named = new ArrayList<>();
        for (ParamSpec p : params) {
            String name = longOption(p, given.get(p.name()));
            int uses = wanted.get(name) - (name.equals(dashed(p.name())) ? 1 : 0);
            named.add(with(p, uses > 1 || TAKEN.contains(name) ? dashed(p.name()) : name, ""));
        }
        return named.stream().map(p -> with(p, p.longOption(), shortOption(p, named, given))).toList();
    }

    /** The letter that an annotation gives, else the first of the name when no other option wants it; -p is the process wherever there is one. */
    private static String shortOption(ParamSpec p, List<ParamSpec> all, Map<String, Map<String, String>> given) {
        String letter = given.get(p.name()).getOrDefault("short", "");
        if (letter.length() == 1) return letter;
        String initial = initial(p);
        boolean taken = TAKEN.contains(initial) || all.stream().anyMatch(o -> initial.equals(given.get(o.name()).get("short")));
        boolean wanted = !p.longOption().equals("pid") && all.stream().anyMatch(o -> o != p && initial(o).equals(initial) && !given.get(o.name()).containsKey("short"));
        return taken || wanted ? "" : initial;
    }

    private static String initial(ParamSpec p) {
        return p.longOption().substring(0, 1).toLowerCase(Locale.ROOT);
    }

    private Map<String, String> annotation(ParamSpec p) {
        Comment comment = comments.getOrDefault(p.name(), Comment.NONE);
        try {
            return comment.value("cmdarg").map(AnnotationValue::parse).orElse(Map.of());
        } catch (IllegalArgumentException e) {
            findings.notice("the annotation @cmdarg of " + p.name() + " is not understood: " + e.getMessage());
            return Map.of();
        }
    }

    private static String longOption(ParamSpec p, Map<String, String> given) {
        String name = given.getOrDefault("long", "");
        return dashed(name.isEmpty() ? DECORATION.matcher(p.name()).replaceAll("") : name);
    }

    private static String dashed(String name) {
        String dashed = name.replaceAll("_+", "-").replaceAll("^-+|-+$", "");
        return dashed.isEmpty() ? name : dashed;
    }

    private ParamSpec with(ParamSpec p, String longOption, String shortOption) {
        Comment comment = comments.getOrDefault(p.name(), Comment.NONE);
        String help = comment.description().isEmpty() ? annotation(p).getOrDefault("help", "") : comment.description();
        return new ParamSpec(p.name(), p.type(), p.section(), p.offset(), p.defaultValue(), help, longOption, shortOption);
    }

    /** Defaults that annotations give in place of the initial values in C, by name of the variable. */
    Map<String, String> defaults(List<ParamSpec> params) {
        Map<String, String> defaults = new HashMap<>();
        for (ParamSpec p : params) {
            String value = annotation(p).getOrDefault("default", "");
            if (!value.isEmpty() && !value.equals(p.defaultValue())) defaults.put(p.name(), value);
        }
        return defaults;
    }
}
