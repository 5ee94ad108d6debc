package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.ui.IViewReference;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workbench.class)
class FirstStartTest {
    @Test
    void opensThePerspectiveWithEachOfItsViews() {
        List<String> broken = Ui.get(() -> {
            List<IViewReference> views = List.of(Workbench.page().getViewReferences());
            views.forEach(view -> view.getView(true));
            return views.stream().filter(view -> view.getView(false) == null || view.getView(false).getClass().getName().contains("ErrorViewPart")).map(IViewReference::getId).toList();
        });
        assertEquals(List.of(), broken);
        Screenshots.take("first-start");
    }
}
