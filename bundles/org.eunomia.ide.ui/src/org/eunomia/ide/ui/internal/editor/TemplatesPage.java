package org.eunomia.ide.ui.internal.editor;

import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;

/** The templates of the editor, to be looked at and changed. */
public final class TemplatesPage extends TemplatePreferencePage {
    public TemplatesPage() {
        setPreferenceStore(SourceTemplates.preferences());
        setTemplateStore(SourceTemplates.store());
        setContextTypeRegistry(SourceTemplates.contexts());
    }

    @Override
    protected boolean isShowFormatterSetting() {
        return false;
    }
}
