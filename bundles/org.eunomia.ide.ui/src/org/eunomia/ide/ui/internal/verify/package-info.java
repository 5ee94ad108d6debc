/** The log of the verifier, in which instruction, C line and line of the log follow each other, and what can be done about problems. */
package org.eunomia.ide.ui.internal.verify;
