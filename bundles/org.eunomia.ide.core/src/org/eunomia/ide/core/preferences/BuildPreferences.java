package org.eunomia.ide.core.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.toolchain.ToolchainConfig;

/**
 * How sources are compiled and checked.
 *
 * @param clang        a path or name, empty for the newest clang in {@code PATH}
 * @param flags        further ones for clang, include paths not among them
 * @param includes     folders, absolute or of the project
 * @param verifyTarget id of the target whose verifier is asked
 */
public record BuildPreferences(String clang, List<String> flags, List<String> includes, boolean verifyOnSave, String verifyTarget) {
    public BuildPreferences {
        flags = List.copyOf(flags);
        includes = List.copyOf(includes);
    }

    public static BuildPreferences of(PreferenceValues values) {
        return new BuildPreferences(values.get(Preference.CLANG).strip(), parts(values.get(Preference.CLANG_FLAGS), "\\s+"), parts(values.get(Preference.INCLUDE_PATHS), ":"),
                Boolean.parseBoolean(values.get(Preference.VERIFY_ON_SAVE)), values.get(Preference.VERIFY_TARGET));
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(separator)) if (!part.isBlank()) parts.add(part.strip());
        return parts;
    }

    /** All flags for {@link org.eunomia.toolchain.BuildSpec}, with the include paths. @param project its folder */
    public List<String> flags(Path project) {
        List<String> all = new ArrayList<>(flags);
        for (String folder : includes) all.add("-I" + project.resolve(folder));
        return all;
    }

    /** {@code usual} with the clang that is set here, if one is. */
    public ToolchainConfig toolchain(ToolchainConfig usual) {
        return clang.isEmpty() ? usual : new ToolchainConfig(clang, usual.includes(), usual.cache(), usual.btf());
    }
}
