package org.eunomia.wire;

import java.util.ArrayList;
import java.util.List;

/** One line of a file of tokens: {@code role name token}; lines that start with {@code #} are comments. */
public record TokenLine(String role, String name, String token) {
    private static final int SHORTEST = 16;

    /** @throws IllegalArgumentException with a line for the user */
    public static List<TokenLine> parse(String text) {
        List<TokenLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String[] words = line.strip().split("\\s+");
            if (line.isBlank() || words[0].startsWith("#")) continue;
            if (words.length != 3) throw new IllegalArgumentException("line " + number + " is not 'role name token'");
            if (words[2].length() < SHORTEST) throw new IllegalArgumentException("the token in line " + number + " is shorter than " + SHORTEST + " characters");
            lines.add(new TokenLine(words[0], words[1], words[2]));
        }
        return lines;
    }
}
