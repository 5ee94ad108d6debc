package org.eunomia.tests.ui.internal;

import java.nio.file.Path;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.internal.ide.application.IDEApplication;

/** The product's own application, with the tests beside it. Ends when they have ended. */
public final class TestedWorkbench implements IApplication {
    @Override
    public Object start(IApplicationContext context) throws Exception {
        Thread.ofPlatform().name("tests").daemon().start(() -> {
            try {
                while (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isStarting()) Thread.sleep(50);
                TestRun.all(Path.of(System.getProperty("eunomia.tests.report")));
                PlatformUI.getWorkbench().getDisplay().syncExec(PlatformUI.getWorkbench()::close);
            } catch (Throwable e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        return new IDEApplication().start(context);
    }

    @Override
    public void stop() {
    }
}
