/**
 * What the editor of {@code .bpf.c} files knows of the language, free of any user interface: {@link org.eunomia.ide.core.language.Helpers} and
 * {@link org.eunomia.ide.core.language.Sections} with their facts, {@link org.eunomia.ide.core.language.Lexer} for colours,
 * {@link org.eunomia.ide.core.language.SourceOutline} for what a source declares. Works on text and offsets and reads no workspace.
 */
package org.eunomia.ide.core.language;
