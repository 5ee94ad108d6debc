/**
 * Flame graphs of the stacks that a tracker yields, in events or in maps: {@link org.eunomia.ide.events.internal.stacks.FlameTree} adds them up,
 * {@link org.eunomia.ide.events.internal.stacks.FlameLayout} says where each frame lies, for the canvas and for SVG.
 */
package org.eunomia.ide.events.internal.stacks;
