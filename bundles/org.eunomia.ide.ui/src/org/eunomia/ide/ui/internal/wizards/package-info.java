/** Wizards that make projects: of a template, or of what was begun elsewhere. */
package org.eunomia.ide.ui.internal.wizards;
