package org.eunomia.rest;

/** Somebody known. @param name for logs; says how it is known too, as in {@code token:ci} or {@code uid:1000} */
public record Caller(String name, Role role) { }
