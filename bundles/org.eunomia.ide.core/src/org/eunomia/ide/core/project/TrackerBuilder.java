package org.eunomia.ide.core.project;

import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Builds the sources of a project into packages. */
public final class TrackerBuilder extends IncrementalProjectBuilder {
    public static final String ID = "org.eunomia.ide.core.builder";

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        return null;
    }
}
