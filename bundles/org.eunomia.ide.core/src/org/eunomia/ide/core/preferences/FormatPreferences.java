package org.eunomia.ide.core.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How sources are laid out. @param style one of {@link #STYLES}, or what else {@code clang-format --style=} takes */
public record FormatPreferences(String style, boolean onSave) {
    /** The nearest {@code .clang-format}, else {@link #KERNEL}. */
    public static final String FILE = "file";
    /** As the templates and most BPF programs are. */
    public static final String KERNEL = "kernel";
    /** By name; the others are clang-format's own. */
    public static final List<String> STYLES = List.of(FILE, KERNEL, "LLVM", "GNU", "Google", "Chromium", "Mozilla", "WebKit", "Microsoft");

    private static final String KERNEL_STYLE = "{BasedOnStyle: LLVM, IndentWidth: 8, TabWidth: 8, UseTab: AlignWithSpaces, ContinuationIndentWidth: 8, ColumnLimit: 160, "
            + "BreakBeforeBraces: Linux, AllowShortFunctionsOnASingleLine: None, AllowShortIfStatementsOnASingleLine: Never, AllowShortLoopsOnASingleLine: false, "
            + "AllowShortBlocksOnASingleLine: Never, IndentCaseLabels: false, SortIncludes: Never, Cpp11BracedListStyle: false, AlignEscapedNewlines: Left, ReflowComments: false, "
            + "ForEachMacros: [bpf_for, bpf_for_each, bpf_repeat]}";

    public static FormatPreferences of(PreferenceValues values) {
        String style = values.get(Preference.FORMAT_STYLE).strip();
        return new FormatPreferences(style.isEmpty() ? Preference.FORMAT_STYLE.usual() : style, Boolean.parseBoolean(values.get(Preference.FORMAT_ON_SAVE)));
    }

    /** The option for clang-format. @param source looks for {@code .clang-format} beside it and above */
    public String option(Path source) {
        boolean kernel = style.equals(KERNEL) || style.equals(FILE) && !hasFile(source);
        return "--style=" + (kernel ? KERNEL_STYLE : style);
    }

    private static boolean hasFile(Path source) {
        return Stream.iterate(source.toAbsolutePath().getParent(), p -> p != null, Path::getParent)
                .anyMatch(folder -> Files.exists(folder.resolve(".clang-format")) || Files.exists(folder.resolve("_clang-format")));
    }
}
