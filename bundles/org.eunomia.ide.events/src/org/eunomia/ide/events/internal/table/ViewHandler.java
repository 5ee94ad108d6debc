package org.eunomia.ide.events.internal.table;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Hands commands on to the event view, which it opens if need be. In plugin.xml the action's name follows the class name. */
public final class ViewHandler extends AbstractHandler implements IExecutableExtension, IElementUpdater {
    private ViewAction action;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        action = ViewAction.named((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
            if (page.showView(EventsView.ID) instanceof EventsView view) view.page().ifPresent(p -> action.run(view, p));
        } catch (PartInitException e) {
            throw new ExecutionException("cannot show the event view", e);
        }
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        boolean on = page != null && page.findView(EventsView.ID) instanceof EventsView view && view.page().filter(p -> action.isOn(view, p)).isPresent();
        element.setChecked(on);
    }
}
