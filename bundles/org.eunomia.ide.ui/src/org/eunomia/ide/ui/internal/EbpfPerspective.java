package org.eunomia.ide.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Projects and targets at the left, the source in the middle, what it does below. */
public final class EbpfPerspective implements IPerspectiveFactory {
    public static final String ID = "org.eunomia.ide.ui.perspective";

    private static final String PROJECTS = "org.eclipse.ui.navigator.ProjectExplorer";
    private static final String TARGETS = "org.eunomia.ide.ui.targets";
    private static final String EVENTS = "org.eunomia.ide.events.view";
    private static final String[] BESIDE_EVENTS = {"org.eunomia.ide.events.charts", "org.eunomia.ide.events.maps", "org.eunomia.ide.events.stacks"};
    private static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";
    private static final String VERIFIER_LOG = "org.eunomia.ide.ui.verifierLog";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.createFolder("left", IPageLayout.LEFT, 0.22f, editors).addView(PROJECTS);
        layout.createFolder("leftBottom", IPageLayout.BOTTOM, 0.6f, "left").addView(TARGETS);
        layout.createFolder("right", IPageLayout.RIGHT, 0.78f, editors).addView(IPageLayout.ID_OUTLINE);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.62f, editors);
        bottom.addView(EVENTS);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(VERIFIER_LOG);
        bottom.addView(CONSOLE);
        for (String view : BESIDE_EVENTS) bottom.addPlaceholder(view);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        bottom.addPlaceholder("org.eclipse.search.ui.views.SearchView");
        layout.addNewWizardShortcut("org.eunomia.ide.ui.newTracker");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        for (String view : new String[] {PROJECTS, TARGETS, EVENTS, VERIFIER_LOG, CONSOLE, IPageLayout.ID_OUTLINE, IPageLayout.ID_PROBLEM_VIEW}) layout.addShowViewShortcut(view);
    }
}
