package org.eunomia.pack.internal.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.schema.Type;

/**
 * A reference taken apart.
 *
 * @param base   a key of the table or a name of C
 * @param counts the dimensions of an array, outermost first; 0 for an empty pair of brackets
 */
public record TypeName(String text, String base, List<Integer> counts) {
    private static final Pattern DIMENSION = Pattern.compile("\\[([0-9]{0,9})]");
    private static final int MAX_DIMENSIONS = 16;

    public static TypeName parse(String text) {
        int from = text.length();
        while (from > 0 && text.charAt(from - 1) == ']') {
            int open = text.lastIndexOf('[', from - 1);
            if (open < 0 || !DIMENSION.matcher(text.substring(open, from)).matches()) break;
            from = open;
        }
        List<Integer> counts = new ArrayList<>();
        Matcher m = DIMENSION.matcher(text.substring(from));
        while (m.find()) counts.add(m.group(1).isEmpty() ? 0 : Integer.parseInt(m.group(1)));
        return new TypeName(text, text.substring(0, from), counts);
    }

    /** The text of an array of such arrays. */
    String inArray(int count) {
        return base + "[" + (count == 0 ? "" : count) + "]" + text.substring(base.length());
    }

    /**
     * @param known gives the type of a base, or null. The whole text is tried first, because a key may look like an array
     * @return null when the base is unknown or the array larger than 2 GB
     */
    public Type resolve(Function<String, Type> known) {
        Type whole = known.apply(text);
        if (whole != null || counts.isEmpty() || counts.size() > MAX_DIMENSIONS) return whole;
        Type type = known.apply(base);
        for (int i = counts.size() - 1; i >= 0 && type != null; i--) {
            int count = counts.get(i);
            if ((long) count * type.size() > Integer.MAX_VALUE) return null;
            type = new Type.Array(CNames.array(type, count), type, count);
        }
        return type;
    }
}
