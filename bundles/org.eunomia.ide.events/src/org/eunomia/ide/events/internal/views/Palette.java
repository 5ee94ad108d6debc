package org.eunomia.ide.events.internal.views;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Colours of charts that go with the theme of the workbench, which is told by the background that it gives to controls. */
public record Palette(boolean dark, Color paper, Color text, Color faint, Color grid) {
    private static final Palette LIGHT = of(false, 0xffffff, 0x20242a, 0x6b7280, 0xe3e6ea);
    private static final Palette DARK = of(true, 0x2b2d30, 0xd6d8db, 0x9aa1ab, 0x44484e);
    private static final Color[] LIGHT_SERIES = colours(0x3b6ea5, 0x4f9d4f, 0xd9a441, 0xc8553d, 0x7a5ea8, 0x3f9a9a, 0x6b7280, 0xa0673a);
    private static final Color[] DARK_SERIES = colours(0x6fa8dc, 0x7cc47c, 0xe5bc68, 0xe07f69, 0xa98fd6, 0x6cc5c5, 0x9aa1ab, 0xc9935f);

    public static Palette of(Control control) {
        RGB rgb = control.getBackground().getRGB();
        return rgb.red * 299 + rgb.green * 587 + rgb.blue * 114 < 128_000 ? DARK : LIGHT;
    }

    /** Colours that are told apart, the first for what stands alone. */
    public Color series(int index) {
        Color[] all = dark ? DARK_SERIES : LIGHT_SERIES;
        return all[Math.floorMod(index, all.length)];
    }

    private static Palette of(boolean dark, int paper, int text, int faint, int grid) {
        return new Palette(dark, colour(paper), colour(text), colour(faint), colour(grid));
    }

    private static Color[] colours(int... rgbs) {
        Color[] colours = new Color[rgbs.length];
        for (int i = 0; i < rgbs.length; i++) colours[i] = colour(rgbs[i]);
        return colours;
    }

    private static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
