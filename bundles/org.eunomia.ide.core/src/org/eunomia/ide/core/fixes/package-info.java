/**
 * What can be changed in a source so that a problem goes away: {@link org.eunomia.ide.core.fixes.Fixes} knows the usual
 * {@link org.eunomia.ide.core.fixes.Problem}s of the compiler and of the verifier. Works on text alone; markers and editors are its callers' business.
 */
package org.eunomia.ide.core.fixes;
