/** What the workbench shows of trackers: perspective, views, wizards, editor, launching. */
package org.eunomia.ide.ui.internal;
