package org.eunomia.shell.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;

/** Tells of commands what their annotations say. */
public final class Help {
    private final List<Method> commands;

    Help(Class<?> commands) {
        this.commands = Arrays.stream(commands.getDeclaredMethods()).filter(m -> m.isAnnotationPresent(Descriptor.class))
                .sorted((a, b) -> a.getName().equals(b.getName()) ? a.getParameterCount() - b.getParameterCount() : a.getName().compareTo(b.getName())).toList();
    }

    @Descriptor("tells what commands there are")
    public String help() {
        return commands.stream().map(m -> usage(m) + "\n    " + m.getAnnotation(Descriptor.class).value()).collect(Collectors.joining("\n"));
    }

    private static String usage(Method command) {
        List<String> words = new ArrayList<>(List.of(TrackerCommands.SCOPE + ":" + command.getName()));
        for (java.lang.reflect.Parameter p : command.getParameters()) {
            Parameter option = p.getAnnotation(Parameter.class);
            String about = p.isAnnotationPresent(Descriptor.class) ? p.getAnnotation(Descriptor.class).value() : p.getType().getSimpleName();
            words.add(option == null ? "<" + about + ">" : "[" + String.join("|", option.names()) + (p.getType() == boolean.class ? "" : " <" + about + ">") + "]");
        }
        return String.join(" ", words);
    }
}
