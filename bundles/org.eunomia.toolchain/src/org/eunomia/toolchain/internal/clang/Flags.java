package org.eunomia.toolchain.internal.clang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * The command lines of the compiler.
 *
 * @param source  as the user spells it
 * @param user    checked flags of the user
 * @param headers folder that {@code vmlinux.h} is taken from when none is nearer
 */
public record Flags(Compiler compiler, Path source, List<String> user, Path headers, List<Path> includes) {
    /** What cannot make clang load code, or write or run anything. */
    private static final Pattern HARMLESS = Pattern.compile("-[DU].+|-I.+|-W[a-z][a-z0-9=+-]*|-std=[a-z0-9]+|-mcpu=[a-z0-9]+|-O[123s]|-f(?:un)?signed-char");
    private static final List<String> WITH_FOLDER = List.of("-I", "-isystem", "-idirafter", "-iquote");

    /** @return {@code flags} with each folder joined to its flag */
    public static List<String> checked(List<String> flags) throws OperationFailedException {
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            String flag = flags.get(i);
            if (i + 1 < flags.size() && WITH_FOLDER.contains(flag)) checked.add(flag + flags.get(++i));
            else if (i + 1 < flags.size() && (flag.equals("-D") || flag.equals("-U"))) checked.add(flag + flags.get(++i));
            else if (HARMLESS.matcher(flag).matches() || WITH_FOLDER.stream().anyMatch(f -> flag.startsWith(f) && flag.length() > f.length())) checked.add(flag);
            else throw new OperationFailedException(new Failure.ParamInvalid("compiler flag", flag, "it is none of those that may be given", "allowed are -I, -isystem, -iquote, -D, -U, -W…, -std=…, -O and -mcpu=…"));
        }
        return checked;
    }

    /** What has to be equal for a precompiled header to be of use. */
    public List<String> common() {
        List<String> flags = new ArrayList<>(List.of("-target", "bpf", "-g", "-O2", "-fno-stack-protector", "-fno-crash-diagnostics", "-D__TARGET_ARCH_" + Compiler.architecture(),
                "-Werror=implicit-function-declaration"));
        for (String flag : user) if (!isFolder(flag)) flags.add(flag);
        return flags;
    }

    private static boolean isFolder(String flag) {
        return flag.startsWith("-I") || flag.startsWith("-i");
    }

    /** The command up to the source, with the order in which folders are searched. */
    public List<String> command() {
        List<String> command = compiler.command();
        command.addAll(common());
        command.add("-I" + (source.getParent() == null ? "." : source.getParent()));
        for (String flag : user) if (isFolder(flag)) command.add(flag);
        command.add("-I" + headers);
        for (Path folder : includes) command.add("-I" + folder);
        command.add("-idirafter" + Compiler.architectureHeaders());
        return command;
    }

    /** Prints the rule for make that names every file the source is made of. */
    public List<String> dependencies(List<String> before) {
        List<String> command = with(before);
        command.addAll(List.of("-M", source.toString()));
        return command;
    }

    /**
     * Writes the object to standard output. Paths in it are relative to the source's folder, so that it is the same bytes wherever it is built; the text
     * of the lines is embedded because clang would look for it under those paths.
     */
    public List<String> object(List<String> before) {
        List<String> command = with(before);
        command.addAll(List.of("-gdwarf-5", "-gembed-source", "-fdebug-compilation-dir=.", "-ffile-prefix-map=" + folderOfSource() + "/="));
        for (Path folder : includes) command.add("-ffile-prefix-map=" + folder + "/=include/");
        for (String flag : user) if (flag.startsWith("-I/")) command.add("-ffile-prefix-map=" + flag.substring(2) + "/=include/");
        command.addAll(List.of("-c", source.toString(), "-o", "-"));
        return command;
    }

    private String folderOfSource() {
        return source.getParent() == null ? "." : source.getParent().toString();
    }

    /** Prints the syntax tree to standard output. */
    public List<String> tree(List<String> before) {
        List<String> command = with(before);
        command.addAll(List.of("-fsyntax-only", "-Xclang", "-ast-dump=json", source.toString()));
        return command;
    }

    /** Compiles C on standard input to an object on standard output, wherever it runs. */
    public List<String> companion(List<String> before) {
        List<String> folders = user.stream().map(f -> isFolder(f) ? absolute(f) : f).toList();
        List<String> command = new Flags(compiler, source.toAbsolutePath(), folders, headers, includes.stream().map(Path::toAbsolutePath).toList()).with(before);
        command.addAll(List.of("-w", "-c", "-x", "c", "-", "-o", "-"));
        return command;
    }

    private static String absolute(String flag) {
        String name = WITH_FOLDER.stream().filter(flag::startsWith).findFirst().orElse("");
        return name + Path.of(flag.substring(name.length())).toAbsolutePath();
    }

    private List<String> with(List<String> further) {
        List<String> command = command();
        command.addAll(further);
        return command;
    }
}
