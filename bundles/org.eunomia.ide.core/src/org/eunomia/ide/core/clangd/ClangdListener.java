package org.eunomia.ide.core.clangd;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;

/** Called on threads of the language client; must return soon. */
public interface ClangdListener {
    default void statusChanged(ClangdStatus status) { }

    /** @param version of the text that they are about, as {@link Clangd#version} counts; 0 when the server does not say */
    default void diagnostics(Path file, int version, List<Diagnostic> diagnostics) { }
}
