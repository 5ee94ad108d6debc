package org.eunomia.daemon.internal;

import java.util.List;
import org.eunomia.core.DaemonRunner.Setting;
import org.eunomia.rest.Limits;
import org.eunomia.wire.LocalDaemon;

/** All settings. {@code docs/daemon.conf} has them too, which a test holds. */
final class Keys {
    static final String CONFIG = "config";
    private static final Limits L = Limits.DEFAULT;

    static final List<Setting> ALL = List.of(
            new Setting(CONFIG, "FILE", "read settings from FILE", "/etc/eunomia/daemon.conf if there is one"),
            new Setting("listen", "HOST:PORT", "listen there, or nowhere if 'none'; several with commas between", "127.0.0.1:" + LocalDaemon.PORT),
            new Setting("unix", "PATH", "listen on a unix socket, or on none if 'none'", "socket in the runtime folder"),
            new Setting("token-file", "FILE", "file with lines 'role name token'; made with a token for an admin if it is not there", "tokens in the runtime folder"),
            new Setting("no-auth", "", "let everybody on this machine call as admin; only with loopback addresses", "off"),
            new Setting("peers", "WHO:ROLE", "who may call over the unix socket besides root and the daemon's own user: user or @group; several with commas between", "nobody"),
            new Setting("tls-certificate", "FILE", "speak TLS with the certificate in this PEM file, followed by those up to its authority", "no TLS"),
            new Setting("tls-key", "FILE", "the certificate's key: PKCS #8 in PEM, not encrypted", ""),
            new Setting("tls-client-authorities", "FILE", "take client certificates that are signed by one of these", "none"),
            new Setting("client-certificates", "NAME:ROLE", "roles by common name of client certificates; several with commas between", "no roles"),
            new Setting("hosts", "NAME", "further names that the daemon is called by; several with commas between", "none"),
            new Setting("origins", "URL", "origins of web pages that may call; several with commas between", "none"),
            new Setting("required-keys", "FILE", "take only packages that are signed by one of the public keys in this PEM file; several with commas between", "all packages"),
            new Setting("state", "FOLDER", "keep persistent trackers there, or nowhere if 'none'", "/var/lib/eunomia, or ~/.local/state/eunomia"),
            new Setting("console", "", "take commands of the daemon's shell on standard input", "off"),
            new Setting("log-format", "FORMAT", "logfmt or json", "logfmt"),
            new Setting("max-trackers", "N", "trackers that run at a time", Integer.toString(L.trackers())),
            new Setting("max-readers", "N", "readers of events at a time", Integer.toString(L.readers())),
            new Setting("max-compilations", "N", "sources that are compiled at a time", Integer.toString(L.compilations())),
            new Setting("max-body", "BYTES", "size of a request", Integer.toString(L.bodyBytes())),
            new Setting("max-headers", "BYTES", "size of a request's headers", Integer.toString(L.headerBytes())),
            new Setting("max-connections", "N", "connections at a time", Integer.toString(L.connections())),
            new Setting("max-rate", "N", "requests a second of one caller", Integer.toString(L.requestsPerSecond())),
            new Setting("max-burst", "N", "requests of one caller at once", Integer.toString(L.requestBurst())),
            new Setting("request-time", "TIME", "for a request to come in whole", L.requestTime().toSeconds() + "s"),
            new Setting("idle-time", "TIME", "that a connection may be idle, or a reader take nothing", L.idleTime().toSeconds() + "s"),
            new Setting("stop-time", "TIME", "for everything to end in order when the daemon is to stop", "4s"));

    private Keys() { }

    static List<String> names() {
        return ALL.stream().map(Setting::name).toList();
    }
}
