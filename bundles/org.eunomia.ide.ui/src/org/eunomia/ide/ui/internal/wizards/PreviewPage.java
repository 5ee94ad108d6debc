package org.eunomia.ide.ui.internal.wizards;

import java.io.IOException;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.toolchain.scaffold.NewFile;

/** The files as they will be. */
final class PreviewPage extends WizardPage {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private final Draft draft;
    private CTabFolder tabs;

    PreviewPage(Draft draft) {
        super("preview", "New eBPF tracker", null);
        setDescription("This is what the project begins with.");
        this.draft = draft;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Controls.page(parent, 1);
        tabs = Controls.named(new CTabFolder(page, SWT.BORDER | SWT.FLAT), "files");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(tabs);
        setControl(page);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) show();
    }

    private void show() {
        for (CTabItem old : tabs.getItems()) {
            old.getControl().dispose();
            old.dispose();
        }
        try {
            List<NewFile> files = draft.files();
            files.forEach(this::show);
            tabs.setSelection(0);
            setErrorMessage(null);
        } catch (IOException e) {
            setErrorMessage("The template cannot be read: " + e.getMessage());
        }
    }

    private void show(NewFile file) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(file.name());
        StyledText text = Controls.named(new StyledText(tabs, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL), "preview");
        text.setFont(JFaceResources.getTextFont());
        text.setTabs(8);
        text.setMargins(6, 6, 6, 6);
        text.setText(file.text());
        SourceColours.apply(text);
        tab.setControl(text);
    }
}
