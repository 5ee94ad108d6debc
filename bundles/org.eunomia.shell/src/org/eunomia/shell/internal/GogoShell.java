package org.eunomia.shell.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.eunomia.core.CommandShell;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.TrackerService;
import org.osgi.service.component.annotations.Component;

/** Runs lines of Gogo, each in a session of its own, with the commands of trackers and {@code help}. */
@Component
public final class GogoShell implements CommandShell {
    @Override
    public Outcome run(String line, TrackerService service, PackageDocuments documents) {
        CommandProcessorImpl processor = new CommandProcessorImpl(null);
        TrackerCommands commands = new TrackerCommands(service, documents);
        for (String function : TrackerCommands.FUNCTIONS) processor.addCommand(TrackerCommands.SCOPE, commands, function);
        processor.addCommand(TrackerCommands.SCOPE, new Help(TrackerCommands.class), "help");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        boolean failed = false;
        try (CommandSession session = processor.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
            Object value = session.execute(line);
            if (value != null) out.println(session.format(value, Converter.INSPECT));
        } catch (OperationFailedException e) {
            failed = true;
            out.println("error: " + e.failure().summary() + (e.failure().hint().isEmpty() ? "" : "\nhint: " + e.failure().hint()));
        } catch (Exception e) {
            failed = true;
            out.println("error: " + e.getMessage());
        } finally {
            processor.stop();
        }
        return new Outcome(bytes.toString(StandardCharsets.UTF_8), failed);
    }
}
