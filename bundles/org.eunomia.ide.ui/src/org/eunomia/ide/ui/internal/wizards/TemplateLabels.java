package org.eunomia.ide.ui.internal.wizards;

import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;
import org.eunomia.toolchain.scaffold.StartingPoint;

/** Icon, title and description in a line. */
final class TemplateLabels extends StyledCellLabelProvider {
    @Override
    public void update(ViewerCell cell) {
        StartingPoint template = (StartingPoint) cell.getElement();
        StyledString text = new StyledString(template.title()).append("  " + template.description(), StyledString.DECORATIONS_STYLER);
        cell.setText(text.getString());
        cell.setStyleRanges(text.getStyleRanges());
        cell.setImage(Icons.image("templates/" + template.name()));
        super.update(cell);
    }
}
