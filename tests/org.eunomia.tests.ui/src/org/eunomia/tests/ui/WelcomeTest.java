package org.eunomia.tests.ui;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workbench.class)
class WelcomeTest {
    @Test
    void opensTheExampleByItsLink() {
        Ui.run(() -> PlatformUI.getWorkbench().getIntroManager().showIntro(Workbench.window(), false));
        Hyperlink link = Widgets.the(Ui.get(() -> Workbench.window().getShell()), Hyperlink.class, "the link to the example", each -> each.getText().contains("opensnoop"));
        Screenshots.take("welcome");
        Input.click(link);
        Ui.await("the example's editor", () -> Workbench.page().getActiveEditor() != null && Workbench.page().getActiveEditor().getTitle().equals("opensnoop.bpf.c"));
    }
}
