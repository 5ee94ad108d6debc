package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Scripts that teach a shell our commands, options and arguments. What does not depend on the moment stands in the script; trackers and known hosts it asks for by
 * {@code eunomia completion trackers} and {@code hosts}, of the host that the line names.
 */
final class CompletionScript {
    /** What stands for an argument, by its label in help. Lists of words begin with a colon. */
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("TRACKER", "TRACKER"), Map.entry("HOST", "HOST"), Map.entry("SOURCE", "SOURCE"), Map.entry("PACKAGE", "PACKAGE"),
            Map.entry("FILE.bpf.c", "C"), Map.entry("FILE", "FILE"), Map.entry("KEYFILE", "FILE"), Map.entry("OUT.json", "PACKAGE"), Map.entry("DIR", "DIR"), Map.entry("FOLDER", "DIR"),
            Map.entry("PATH", "FILE"), Map.entry("SHELL", ":bash,zsh"));
    private static final String BASH = """
            # Completes eunomia's commands, options, trackers and files. Printed by 'eunomia completion bash'.
            _eunomia_ask() {
                local limit=()
                command -v timeout >/dev/null && limit=(timeout 5)
                "${limit[@]}" "$program" completion "$@" 2>/dev/null </dev/null
            }

            # Offers those of the lines in $1 that go on with the present word. readline takes it for begun anew behind a colon or an equals sign.
            _eunomia_offer() {
                local word skip=
                [[ $COMP_WORDBREAKS == *:* && $cur == *:* ]] && skip=${cur%"${cur##*:}"}
                while IFS= read -r word; do
                    [[ -n $word && $word == "$cur"* ]] && word=${word#"$skip"} && COMPREPLY+=("$(printf %q "$word")")
                done <<< "$1"
            }

            _eunomia_files() {
                local file
                compopt -o filenames 2>/dev/null
                while IFS= read -r file; do
                    [[ -d ${file/#\\~/$HOME} || $file =~ $1 ]] && COMPREPLY+=("$file")
                done < <(compgen -f -- "$cur")
            }

            _eunomia() {
                local IFS=$' \\t\\n' line=${COMP_LINE:0:COMP_POINT}
                local words cur program options valued positionals kinds last i kind= position=0 asked=()
                read -ra words <<< "$line"
                [[ $line == *[[:space:]] ]] && words+=('')
                last=$((${#words[@]} - 1)) cur=${words[-1]} program=${words[0]/#\\~/$HOME}
                COMPREPLY=()
                if ((last == 1)); then
                    _eunomia_offer $'@COMMANDS'
                    return
                fi
                case ${words[1]} in
            @CASES        *) return ;;
                esac
                for ((i = 2; i < last; i++)); do
                    case " $valued " in
                        *" ${words[i]}="*)
                            case ${words[i]} in --host | --token-file | --ca | --cert | --key) asked+=("${words[i]}" "${words[i + 1]}") ;; esac
                            ((++i == last)) && kind=${words[i - 1]} ;;
                        *)
                            case ${words[i]} in
                                --host=* | --token-file=* | --ca=* | --cert=* | --key=*) asked+=("${words[i]}") ;;
                                --*=*) ;;
                                # Params of a tracker are options that only it knows, most of them with a value.
                                -?*) [[ " $options " == *" ${words[i]} "* || ${words[i + 1]} == -* ]] || ((i++)) ;;
                                *) ((position++)) ;;
                            esac ;;
                    esac
                done
                [[ -z $kind && $cur == --*=* ]] && kind=${cur%%=*} cur=${cur#*=}
                if [[ -n $kind ]]; then
                    kind=" $valued " kind=${kind#*" ${words[last - 1]%%=*}="}
                    [[ ${words[last]} == --*=* ]] && kind=" $valued " kind=${kind#*" ${words[last]%%=*}="}
                    kind=${kind%% *}
                elif [[ $cur == -* ]]; then
                    _eunomia_offer "${options// /$'\\n'}"
                    return
                else
                    kinds=($positionals)
                    ((position >= ${#kinds[@]})) && [[ $positionals == *... ]] && position=$((${#kinds[@]} - 1))
                    kind=${kinds[position]-}
                    kind=${kind%%...}
                fi
                case $kind in
                    TRACKER) _eunomia_offer "$(_eunomia_ask trackers "${asked[@]}")" ;;
                    HOST) _eunomia_offer "$(_eunomia_ask hosts)" ;;
                    SOURCE) _eunomia_files '\\.(json|c|o)$' ;;
                    PACKAGE) _eunomia_files '\\.json$' ;;
                    C) _eunomia_files '\\.c$' ;;
                    FILE) _eunomia_files . ;;
                    DIR) _eunomia_files '/$' ;;
                    :*) kind=${kind#:} && _eunomia_offer "${kind//,/$'\\n'}" ;;
                esac
            }
            complete -F _eunomia eunomia
            """;
    private static final String ZSH = """
            #compdef eunomia
            # Completes eunomia's commands, options, trackers and files. Printed by 'eunomia completion zsh'.
            _eunomia_trackers() {
                local option
                local -a asked names
                for option in --host --token-file --ca --cert --key; do
                    (( $+opt_args[$option] )) && asked+=($option "${(Q)opt_args[$option]}")
                done
                names=(${(f)"$(_call_program trackers ${(q)program} completion trackers ${(q)asked} 2>/dev/null)"})
                compadd -a names
            }

            _eunomia_hosts() {
                local -a names
                names=(${(f)"$(_call_program hosts ${(q)program} completion hosts 2>/dev/null)"})
                compadd -a names
            }

            _eunomia() {
                local program=$words[1] command=$words[2]
                local -A opt_args
                if (( CURRENT == 2 )); then
                    local -a commands
                    commands=(
            @COMMANDS        )
                    _describe command commands
                    return
                fi
                shift words
                (( CURRENT-- ))
                case $command in
            @CASES    esac
            }

            if [[ $funcstack[1] == _eunomia ]]; then
                _eunomia "$@"
            else
                (( $+functions[compdef] )) || { autoload -U compinit && compinit }
                compdef _eunomia eunomia
            fi
            """;

    private CompletionScript() { }

    static String bash(Map<String, CommandSpec> commands) {
        StringBuilder cases = new StringBuilder();
        commands.forEach((name, spec) -> cases.append("        ").append(name).append(") valued='").append(spec.options().stream().filter(o -> o.arity().max() > 0)
                .flatMap(o -> Arrays.stream(o.names()).map(n -> n + "=" + kind(o))).collect(Collectors.joining(" "))).append("' options='")
                .append(spec.options().stream().flatMap(o -> Arrays.stream(o.names())).collect(Collectors.joining(" "))).append("' positionals='")
                .append(positionals(name, spec).stream().map(p -> kind(p) + (repeated(p) ? "..." : "")).collect(Collectors.joining(" "))).append("' ;;\n"));
        return BASH.replace("@COMMANDS", String.join("\\n", commands.keySet())).replace("@CASES", cases);
    }

    /** What may stand there, as the scripts know it; {@code -} for what they cannot know. */
    private static String kind(ArgSpec argument) {
        if (argument.paramLabel().equals("FORMAT")) return String.join("", argument.description()).contains("csv") ? ":text,json,csv" : ":text,json";
        return KINDS.getOrDefault(argument.paramLabel(), "-");
    }

    /** The tracker of an update stands before the arguments that its specification knows. */
    private static List<PositionalParamSpec> positionals(String command, CommandSpec spec) {
        List<PositionalParamSpec> all = new ArrayList<>(spec.positionalParameters());
        if (command.equals("update")) all.addFirst(Arguments.positional("0", "TRACKER", ""));
        return all;
    }

    private static boolean repeated(PositionalParamSpec p) {
        return p.index().isVariable() || p.index().max() > p.index().min();
    }

    static String zsh(Map<String, CommandSpec> commands) {
        StringBuilder list = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        commands.forEach((name, spec) -> {
            String[] about = spec.usageMessage().description();
            list.append("            ").append(quoted(name + ":" + (about.length == 0 ? "" : about[0]))).append('\n');
            cases.append("        ").append(name).append(") _arguments ").append(String.join(" ", arguments(name, spec))).append(" ;;\n");
        });
        return ZSH.replace("@COMMANDS", list).replace("@CASES", cases);
    }

    private static List<String> arguments(String name, CommandSpec spec) {
        List<String> all = new ArrayList<>();
        for (OptionSpec o : spec.options()) {
            String about = "[" + escaped(String.join(" ", o.description())) + "]" + (o.arity().max() > 0 ? ":" + escaped(o.paramLabel()) + ":" + action(kind(o)) : "");
            for (String n : o.names()) all.add(quoted((o.isMultiValue() ? "*" : "(" + String.join(" ", o.names()) + ")") + n + (n.startsWith("--") && o.arity().max() > 0 ? "=" : "") + about));
        }
        int position = 0;
        for (PositionalParamSpec p : positionals(name, spec)) {
            position++;
            all.add(quoted((repeated(p) ? "*" : Integer.toString(position)) + ":" + escaped(p.paramLabel()) + ":" + action(kind(p))));
        }
        return all;
    }

    private static String action(String kind) {
        return switch (kind) {
            case "TRACKER" -> "_eunomia_trackers";
            case "HOST" -> "_eunomia_hosts";
            case "SOURCE" -> "_files -g \"*.(json|c|o)(-.)\"";
            case "PACKAGE" -> "_files -g \"*.json(-.)\"";
            case "C" -> "_files -g \"*.c(-.)\"";
            case "FILE" -> "_files";
            case "DIR" -> "_files -/";
            case "-" -> " ";
            default -> "(" + kind.substring(1).replace(',', ' ') + ")";
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\\\[\\]:]", "\\\\$0");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
