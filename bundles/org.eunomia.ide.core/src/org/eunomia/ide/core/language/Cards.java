package org.eunomia.ide.core.language;

import java.util.Optional;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.ide.core.language.RichText.Style;

/** What hovers tell of helper functions, sections and maps. */
public final class Cards {
    private static final int FIELDS = 16;

    private Cards() { }

    /** @param section of the program around the call, if it is known */
    public static RichText helper(Helper helper, Optional<Section> section) {
        RichText.Builder b = RichText.builder();
        b.styled(Style.CODE, helper.prototype().isEmpty() ? helper.name() : helper.prototype()).plain("\n");
        if (!helper.since().isEmpty()) b.styled(Style.DIM, "Since Linux " + helper.since()).plain("\n");
        if (!helper.programTypes().isEmpty()) b.styled(Style.DIM, "Program types: " + ProgramTypes.describe(helper.programTypes())).plain("\n");
        if (!helper.newerTypes().isEmpty()) b.styled(Style.DIM, "On newer kernels also: " + String.join(", ", helper.newerTypes())).plain("\n");
        section.filter(s -> !s.programType().isEmpty()).ifPresent(s -> warnOfType(b, helper, s.programType()));
        b.blank().add(Markup.restructured(helper.description()));
        return b.build();
    }

    private static void warnOfType(RichText.Builder b, Helper helper, String type) {
        if (!helper.isFor(type)) b.styled(Style.WARNING, "The program here is of type " + type + ", which may not call it.").plain("\n");
        else if (!helper.programTypes().isEmpty() && !helper.programTypes().contains(type)) {
            b.styled(Style.WARNING, "The program here is of type " + type + ", which may call it on newer kernels only.").plain("\n");
        }
    }

    /** @param name as written, with its hook */
    public static RichText section(Section section, String name) {
        RichText.Builder b = RichText.builder().styled(Style.CODE, "SEC(\"" + name + "\")").plain("\n");
        b.plain(capitalised(section.description()) + ".\n");
        if (!section.programType().isEmpty()) {
            b.blank().styled(Style.DIM, "Program type: " + section.programType() + "\n");
            b.styled(Style.DIM, "Context: " + (section.context().equals("args") ? "the arguments, unpacked by " + section.macro() : section.context() + " *") + "\n");
            if (!section.context().equals("args") && !section.macro().isEmpty()) b.styled(Style.DIM, "Arguments: with " + section.macro() + "\n");
            b.styled(Style.DIM, "Since Linux " + section.since() + "\n");
        }
        if (section.needsHook() && !name.replaceFirst("^\\?", "").startsWith(section.name())) b.styled(Style.WARNING, "What to attach to has to follow a slash.\n");
        return b.build();
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }

    public static RichText mapType(MapType type) {
        return RichText.builder().styled(Style.CODE, type.constant()).plain("\n" + capitalised(type.description()) + ".\n").blank()
                .styled(Style.DIM, "Since Linux " + type.since()).build();
    }

    /**
     * @param node  a map of the outline
     * @param built what the last build found out of the map
     */
    public static RichText map(OutlineNode node, String declaration, Optional<MapSpec> built) {
        RichText.Builder b = RichText.builder();
        for (String line : declaration.split("\n")) b.styled(Style.CODE, line).plain("\n");
        String word = node.detail().split("[ ,]")[0];
        MapType.find(word).ifPresent(t -> b.blank().plain(capitalised(t.description()) + ".\n").styled(Style.DIM, "Since Linux " + t.since() + "\n"));
        built.ifPresent(spec -> output(b, spec));
        return b.build();
    }

    private static void output(RichText.Builder b, MapSpec spec) {
        switch (spec.output()) {
            case Output.Events e -> e.variants().forEach(v -> struct(b, "Events: ", v.schema().type()));
            case Output.Histogram h -> b.blank().plain("Shown as a histogram" + (h.unit().isEmpty() ? "" : " of " + h.unit()) + ".\n");
            case Output.Stacks s -> b.blank().plain("Stacks that other maps refer to.\n");
            case Output.Table t -> {
                spec.keyType().ifPresent(k -> struct(b, "Key: ", k));
                spec.valueType().ifPresent(v -> struct(b, "Value: ", v));
            }
            case Output.Counter c -> b.blank().plain("Shown as counters.\n");
            case Output.None n -> { }
        }
    }

    private static void struct(RichText.Builder b, String label, Type type) {
        b.blank().plain(label).styled(Style.CODE, type.cName()).styled(Style.DIM, ", " + type.size() + " bytes\n");
        if (!(type instanceof Type.Struct s)) return;
        s.fields().stream().limit(FIELDS).forEach(f -> field(b, f));
        if (s.fields().size() > FIELDS) b.styled(Style.DIM, "    … " + (s.fields().size() - FIELDS) + " more\n");
    }

    private static void field(RichText.Builder b, Field field) {
        b.plain("    ").styled(Style.CODE, field.type().cName() + " " + field.name());
        if (!field.comment().isEmpty()) b.styled(Style.DIM, "  " + field.comment());
        b.plain("\n");
    }
}
