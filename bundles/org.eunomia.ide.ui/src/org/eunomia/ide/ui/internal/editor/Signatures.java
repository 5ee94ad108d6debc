package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.contentassist.ContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationPresenter;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Helper;

/** The parameters of the function that is called at the cursor. */
final class Signatures {
    /** The workbench asks in its own thread, at each parenthesis that is typed. */
    private static final long WAIT_MS = 250;

    private Signatures() { }

    static Optional<IContextInformation> at(Path path, String source, int offset) {
        int open = open(source, offset);
        if (open < 0) return Optional.empty();
        Optional<Helper> helper = Editing.shared().helpers().find(name(source, open));
        Optional<String> label = helper.filter(h -> !h.prototype().isEmpty()).map(Helper::prototype);
        if (label.isEmpty()) label = Editing.shared().ask(path, WAIT_MS, (server, id) -> server.signatureHelp(new SignatureHelpParams(id, Positions.position(source, offset)))).flatMap(Signatures::label);
        return label.map(l -> new ContextInformation(l, l));
    }

    private static Optional<String> label(SignatureHelp help) {
        if (help.getSignatures().isEmpty()) return Optional.empty();
        int active = help.getActiveSignature() == null ? 0 : Math.min(help.getActiveSignature(), help.getSignatures().size() - 1);
        SignatureInformation signature = help.getSignatures().get(active);
        return Optional.of(signature.getLabel());
    }

    /** The parenthesis that is open at {@code offset}, -1 for none. */
    private static int open(CharSequence source, int offset) {
        int depth = 0;
        for (int i = offset - 1; i >= 0; i--) {
            char c = source.charAt(i);
            if (c == ';' || c == '{' || c == '}') return -1;
            if (c == ')') depth++;
            if (c == '(' && depth-- == 0) return i;
        }
        return -1;
    }

    private static String name(String source, int open) {
        int start = open;
        while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) start--;
        return source.substring(start, open);
    }

    /** Keeps the parameters in sight until the parenthesis is closed, with the one at hand in bold. */
    static final class Validator implements IContextInformationValidator, IContextInformationPresenter {
        private ITextViewer viewer;
        private String label = "";
        private int open;

        @Override
        public void install(IContextInformation info, ITextViewer textViewer, int offset) {
            viewer = textViewer;
            label = info.getInformationDisplayString();
            open = open(viewer.getDocument().get(), offset);
        }

        @Override
        public boolean isContextInformationValid(int offset) {
            return open >= 0 && open(viewer.getDocument().get(), offset) == open;
        }

        @Override
        public boolean updatePresentation(int offset, TextPresentation presentation) {
            presentation.clear();
            try {
                int[] bounds = parameter(argument(viewer.getDocument().get(open + 1, Math.max(0, offset - open - 1))));
                if (bounds[1] > bounds[0]) presentation.addStyleRange(new StyleRange(bounds[0], bounds[1] - bounds[0], null, null, SWT.BOLD));
            } catch (BadLocationException e) {
                return false;
            }
            return true;
        }

        private static int argument(String typed) {
            int depth = 0;
            int n = 0;
            for (char c : typed.toCharArray()) {
                if (c == '(' || c == '{' || c == '[') depth++;
                if (c == ')' || c == '}' || c == ']') depth--;
                if (c == ',' && depth == 0) n++;
            }
            return n;
        }

        private int[] parameter(int number) {
            int start = label.indexOf('(') + 1;
            int close = label.lastIndexOf(')');
            for (int i = 0; i < number && start > 0; i++) start = label.indexOf(',', start) + 1;
            int end = label.indexOf(',', Math.max(0, start));
            if (end < 0 || end > close) end = close;
            return start <= 0 || end < start ? new int[] {0, 0} : new int[] {start, end};
        }
    }
}
