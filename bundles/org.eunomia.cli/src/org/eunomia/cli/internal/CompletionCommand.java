package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints a script that teaches a shell our commands and options. */
final class CompletionCommand implements Command {
    private static final String ZSH = "#compdef eunomia\nautoload -U +X bashcompinit && bashcompinit\n";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("completion", "Prints a completion script: source <(eunomia completion bash)");
        spec.addPositional(Arguments.positional("0", "SHELL", "bash or zsh"));
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws UsageException, IOException {
        CommandSpec spec = spec();
        ParseResult options = Arguments.parse(spec, arguments);
        if (Arguments.has(options, "--help")) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        String shell = options.matchedPositionalValue(0, "");
        if (!shell.equals("bash") && !shell.equals("zsh")) throw new UsageException(shell.isEmpty() ? "no shell given" : "no completion for '" + shell + "'", "bash or zsh");
        String script = AutoComplete.bash("eunomia", Arguments.line(Cli.all()));
        session.print(shell.equals("zsh") ? ZSH + script : script);
        return ExitCode.DONE;
    }
}
