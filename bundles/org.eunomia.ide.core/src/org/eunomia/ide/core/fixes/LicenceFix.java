package org.eunomia.ide.core.fixes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives a program a licence under which the kernel lets it use all helpers ({@code license_is_gpl_compatible}, include/linux/license.h). */
final class LicenceFix {
    private static final List<String> COMPATIBLE = List.of("Dual BSD/GPL", "GPL");
    private static final Pattern LICENCE = Pattern.compile("SEC\\(\"license\"\\)\\s*=\\s*\"([^\"]*)\"");

    private LicenceFix() { }

    static List<Fix> of(SourceText text) {
        Matcher present = LICENCE.matcher(text.text());
        boolean there = present.find();
        if (there && (COMPATIBLE.contains(present.group(1)) || present.group(1).startsWith("GPL"))) return List.of();
        Stream<Fix> fixes = COMPATIBLE.stream().map(licence -> there ? replace(present, licence) : add(text, licence));
        return fixes.toList();
    }

    private static Fix replace(Matcher present, String licence) {
        return new Fix("Change the licence to " + licence, List.of(new SourceEdit(present.start(1), present.end(1) - present.start(1), licence)));
    }

    private static Fix add(SourceText text, String licence) {
        int line = IncludeFix.behindIncludes(text);
        String blank = line <= text.lines() && text.line(line).isBlank() ? "" : "\n";
        return new Fix("Add the licence " + licence, List.of(new SourceEdit(text.start(line), 0, "\nchar LICENSE[] SEC(\"license\") = \"" + licence + "\";\n" + blank)));
    }
}
