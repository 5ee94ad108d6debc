package org.eunomia.ide.core.project;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** Makes a project one whose {@code .bpf.c} files are built into packages. */
public final class TrackerNature implements IProjectNature {
    public static final String ID = "org.eunomia.ide.core.nature";

    private IProject project;

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        ICommand[] commands = description.getBuildSpec();
        if (Arrays.stream(commands).anyMatch(TrackerNature::isOurs)) return;
        ICommand command = description.newCommand();
        command.setBuilderName(TrackerBuilder.ID);
        description.setBuildSpec(Stream.concat(Arrays.stream(commands), Stream.of(command)).toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(c -> !isOurs(c)).toArray(ICommand[]::new));
        project.setDescription(description, null);
        project.deleteMarkers(TrackerMarkers.COMPILER, true, IProject.DEPTH_INFINITE);
        project.deleteMarkers(TrackerMarkers.VERIFIER, true, IProject.DEPTH_INFINITE);
    }

    private static boolean isOurs(ICommand command) {
        return command.getBuilderName().equals(TrackerBuilder.ID);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
