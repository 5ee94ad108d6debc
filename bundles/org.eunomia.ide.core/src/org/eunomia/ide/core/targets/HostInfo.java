package org.eunomia.ide.core.targets;

import org.eunomia.wire.Lists;

/**
 * What a target says of itself; texts are empty where it has not said it.
 *
 * @param version of the daemon
 * @param kernel  as {@code uname -r} gives it
 * @param role    that the caller has there
 */
public record HostInfo(String version, String host, String kernel, String arch, String role) {
    public static final HostInfo UNKNOWN = new HostInfo("", "", "", "", "");

    static HostInfo of(Lists.Info info) {
        return new HostInfo(info.version(), info.host(), info.kernel(), info.arch(), info.role());
    }
}
