package org.eunomia.ide.core.targets;

/**
 * Where trackers run. Equal by id: name and endpoint may be changed by the user, and {@link TargetRegistry#find} gives the present ones.
 *
 * @param id       for preferences and launch configurations; never shown
 * @param name     as the user calls it, unlike that of any other target
 * @param endpoint {@code http://…}, {@code https://…} or {@code unix:/path} of a daemon, empty for the local host
 */
public record Target(String id, String name, Kind kind, String endpoint) {
    /** The host that this process runs on. */
    public static final Target LOCAL = new Target("local", "Local", Kind.LOCAL, "");

    public enum Kind { LOCAL, REMOTE }

    public boolean isLocal() {
        return kind == Kind.LOCAL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target t && t.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
