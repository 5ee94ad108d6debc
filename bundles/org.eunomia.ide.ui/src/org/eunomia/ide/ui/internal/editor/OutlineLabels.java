package org.eunomia.ide.ui.internal.editor;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eunomia.ide.core.language.OutlineNode;

/** A name, and behind it in a dimmer colour what it is. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {
    private final Icons icons = new Icons();

    @Override
    public StyledString getStyledText(Object element) {
        OutlineNode node = (OutlineNode) element;
        StyledString text = new StyledString(node.name());
        if (!node.detail().isEmpty()) text.append("  " + node.detail().replaceAll("\\s+", " "), StyledString.DECORATIONS_STYLER);
        return text;
    }

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public Image getImage(Object element) {
        return icons.get(switch (((OutlineNode) element).kind()) {
            case PROGRAM -> "outline-program";
            case MAP -> "outline-map";
            case PARAM -> "outline-param";
            case STRUCT, UNION, ENUM, TYPEDEF -> "outline-type";
            case EVENT -> "outline-event";
            case FUNCTION -> "outline-function";
            case VARIABLE, FIELD -> "outline-field";
            case LICENSE -> "outline-license";
        });
    }

    @Override
    public void dispose() {
        icons.dispose();
        super.dispose();
    }
}
