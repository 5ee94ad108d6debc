package org.eunomia.ide.events.internal.model;

/** Where events come from. @param host the target's name */
public record Origin(String host, String tracker) { }
