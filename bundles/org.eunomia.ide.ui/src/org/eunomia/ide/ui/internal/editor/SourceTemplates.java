package org.eunomia.ide.ui.internal.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.templates.DocumentTemplateContext;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateContext;
import org.eclipse.jface.text.templates.TemplateProposal;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.eclipse.swt.graphics.Image;
import org.eclipse.text.templates.ContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionTemplateStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Pieces of programs to be filled in, which the user can change in the preferences. */
final class SourceTemplates {
    static final String CONTEXT = "org.eunomia.ide.ui.source";
    private static final String KEY = "org.eunomia.ide.ui.templates";
    private static final String BUNDLE = "org.eunomia.ide.ui";

    private static final class Holder {
        static final ContributionContextTypeRegistry CONTEXTS = new ContributionContextTypeRegistry();
        static final TemplateStore STORE = store();

        private static TemplateStore store() {
            CONTEXTS.addContextType(CONTEXT);
            TemplateStore store = new ContributionTemplateStore(CONTEXTS, preferences(), KEY);
            try {
                store.load();
            } catch (IOException e) {
                ILog.of(SourceTemplates.class).warn("The templates that were changed cannot be read", e);
            }
            return store;
        }
    }

    private SourceTemplates() { }

    static ScopedPreferenceStore preferences() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, BUNDLE);
    }

    static TemplateStore store() {
        return Holder.STORE;
    }

    static ContributionContextTypeRegistry contexts() {
        return Holder.CONTEXTS;
    }

    /** Those whose names begin with what is typed at the beginning of a line or after a space. */
    static List<ICompletionProposal> proposals(ITextViewer viewer, int offset, Supplier<Image> image) {
        IDocument document = viewer.getDocument();
        List<ICompletionProposal> proposals = new ArrayList<>();
        try {
            int start = offset;
            while (start > 0 && Character.isJavaIdentifierPart(document.getChar(start - 1))) start--;
            String typed = document.get(start, offset - start);
            IRegion line = document.getLineInformationOfOffset(start);
            if (!document.get(line.getOffset(), start - line.getOffset()).isBlank()) return List.of();
            IRegion region = new Region(start, offset - start);
            ContextTypeRegistry types = contexts();
            TemplateContext context = new DocumentTemplateContext(types.getContextType(CONTEXT), document, start, offset - start);
            for (Template t : store().getTemplates(CONTEXT)) {
                if (t.getName().startsWith(typed)) proposals.add(new TemplateProposal(t, context, region, image.get(), typed.isEmpty() ? 0 : 90));
            }
        } catch (BadLocationException e) {
            return List.of();
        }
        return proposals;
    }
}
