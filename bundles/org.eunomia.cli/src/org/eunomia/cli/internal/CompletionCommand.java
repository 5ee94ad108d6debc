package org.eunomia.cli.internal;

import java.io.IOException;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints a script that teaches a shell our commands and options. */
final class CompletionCommand implements FixedCommand {
    private static final String ZSH = "#compdef eunomia\nautoload -U +X bashcompinit && bashcompinit\n";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("completion", "Prints a completion script: source <(eunomia completion bash)");
        spec.addPositional(Arguments.positional("0", "SHELL", "bash or zsh"));
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws UsageException, IOException {
        String shell = options.matchedPositionalValue(0, "");
        if (!shell.equals("bash") && !shell.equals("zsh")) throw new UsageException(shell.isEmpty() ? "no shell given" : "no completion for '" + shell + "'", "bash or zsh");
        String script = AutoComplete.bash("eunomia", Arguments.line(Cli.all()));
        session.print(shell.equals("zsh") ? ZSH + script : script);
        return ExitCode.DONE;
    }
}
