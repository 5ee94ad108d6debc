package org.eunomia.cli.internal.scaffold;

import java.nio.file.Path;

/**
 * Something that a new tracker can start from.
 *
 * @param hook what a template attaches to when the user does not say; empty for examples and for templates that need none
 */
public record StartingPoint(String name, boolean template, String description, String hook, Path folder) { }
