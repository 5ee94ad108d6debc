package org.eunomia.ide.ui.internal.targets;

/** Ids of the commands of this view that others run. */
final class TargetCommands {
    static final String SHOW_EVENTS = "org.eunomia.ide.ui.targets.showEvents";
    static final String START_DAEMON = "org.eunomia.ide.ui.targets.startDaemon";
    static final String EDIT = "org.eunomia.ide.ui.targets.edit";
    static final String PROPERTIES = "org.eclipse.ui.file.properties";

    private TargetCommands() { }
}
