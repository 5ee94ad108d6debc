package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Builds command specifications without annotations, whose reflection would cost more than the parsing, and turns parse errors into one line. */
final class Arguments {
    private Arguments() { }

    static CommandSpec command(String name, String... description) {
        CommandSpec spec = CommandSpec.create().name("eunomia " + name);
        spec.usageMessage().description(description).optionListHeading("%nOptions:%n").parameterListHeading("%n").abbreviateSynopsis(true).width(100)
                .descriptionHeading("%n").autoWidth(false).sortOptions(false);
        spec.addOption(flag("show this text", "-h", "--help"));
        return spec;
    }

    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names).arity("0").type(boolean.class).description(description).build();
    }

    static OptionSpec option(String label, String description, String... names) {
        return OptionSpec.builder(names).arity("1").type(String.class).paramLabel(label).description(description).build();
    }

    static OptionSpec repeated(String label, String description, String... names) {
        return OptionSpec.builder(names).arity("1").type(List.class).auxiliaryTypes(String.class).paramLabel(label).description(description).build();
    }

    /** For {@link #wantsJson}. */
    static OptionSpec format() {
        return option("FORMAT", "text (default) or json", "-o", "--output");
    }

    static boolean wantsJson(ParseResult options) throws UsageException {
        String format = value(options, "--output", "text");
        if (!format.equals("text") && !format.equals("json")) throw new UsageException("unknown output format '" + format + "'", "text or json");
        return format.equals("json");
    }

    static PositionalParamSpec positional(String index, String label, String description) {
        return PositionalParamSpec.builder().index(index).arity("0..1").type(String.class).paramLabel(label).description(description).build();
    }

    static ParseResult parse(CommandSpec spec, List<String> arguments) throws UsageException {
        try {
            return line(spec).parseArgs(arguments.toArray(new String[0]));
        } catch (CommandLine.UnmatchedArgumentException e) {
            throw unmatched(spec, e.getUnmatched().get(0));
        } catch (CommandLine.OverwrittenOptionException e) {
            throw new UsageException("option '" + e.getOverwritten().paramLabel() + "' is given twice", "");
        } catch (CommandLine.MissingParameterException e) {
            String option = e.getMissing().isEmpty() || !(e.getMissing().get(0) instanceof OptionSpec o) ? "" : o.longestName();
            throw new UsageException(option.isEmpty() ? firstLine(e) : "option '" + option + "' needs a value", help(spec));
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(firstLine(e), help(spec));
        }
    }

    static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec).setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF)).setOverwrittenOptionsAllowed(true)
                .setTrimQuotes(false).setExpandAtFiles(false);
    }

    static String usage(CommandSpec spec) {
        return line(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    static boolean has(ParseResult result, String option) {
        return result.hasMatchedOption(option);
    }

    static String value(ParseResult result, String option, String otherwise) {
        return result.matchedOptionValue(option, otherwise);
    }

    /** A whole number from 1 to {@code most}. */
    static long number(String option, String text, long most) throws UsageException {
        try {
            long number = Long.parseLong(text);
            if (number > 0 && number <= most) return number;
        } catch (NumberFormatException e) {
            // falls through to the one message for all that is no such number
        }
        throw new UsageException("option '" + option + "' needs a number from 1 to " + most + ", not '" + text + "'", "");
    }

    private static UsageException unmatched(CommandSpec spec, String argument) {
        if (!argument.startsWith("-") || argument.equals("-")) return new UsageException("too many arguments: '" + argument + "'", help(spec));
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        List<String> known = new ArrayList<>();
        for (OptionSpec o : spec.options()) known.addAll(List.of(o.names()));
        List<String> near = Nearest.to(name, known.stream().filter(n -> n.startsWith("--")).toList());
        return new UsageException("unknown option '" + name + "'", near.isEmpty() ? help(spec) : "did you mean " + String.join(", ", near) + "?");
    }

    static String help(CommandSpec spec) {
        return "see " + spec.name() + " --help";
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
