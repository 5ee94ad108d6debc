package org.eunomia.ide.events.internal.stacks;

import org.eclipse.swt.graphics.RGB;

/** Colours of frames: by where the code is, and a little by name, so that neighbours differ and the same function is the same everywhere. */
final class FlameColours {
    static final RGB FOUND = new RGB(0xb8, 0x5c, 0xd6);
    private static final RGB TEXT = new RGB(0x1b, 0x1f, 0x24);

    private FlameColours() { }

    static RGB of(Frame frame) {
        int spread = Math.floorMod(frame.name().hashCode(), 40);
        return switch (frame.kind()) {
            case PROCESS -> new RGB(0xc3 - spread / 2, 0xc8 - spread / 2, 0xcf - spread / 2);
            case USER -> new RGB(0xe0 + spread / 2, 0x82 + spread, 0x5a + spread);
            case KERNEL -> new RGB(0x72 + spread, 0xa6 + spread, 0xd6 + spread / 2);
            case UNKNOWN -> new RGB(0xb0, 0xb0, 0xb0);
        };
    }

    static RGB text() {
        return TEXT;
    }

    static String css(RGB colour) {
        return String.format("#%02x%02x%02x", colour.red, colour.green, colour.blue);
    }
}
