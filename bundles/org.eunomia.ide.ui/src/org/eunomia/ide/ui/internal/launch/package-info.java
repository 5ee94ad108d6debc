/** Running trackers from the workbench: tabs of the launch configuration, the shortcut "Run As", and the parts that dialogs of targets share with them. */
package org.eunomia.ide.ui.internal.launch;
