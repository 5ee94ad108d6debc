/**
 * The language server clangd for {@code .bpf.c} files: {@link org.eunomia.ide.core.clangd.Clangd} starts it, keeps it informed of the files that are
 * edited, starts it again when it dies, and passes questions on. Knows nothing of a user interface; what it answers are the types of LSP4J.
 */
package org.eunomia.ide.core.clangd;
