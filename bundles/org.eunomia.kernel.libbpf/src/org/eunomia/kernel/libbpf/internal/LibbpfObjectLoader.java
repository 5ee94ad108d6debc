package org.eunomia.kernel.libbpf.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.RunStatistics;
import org.eunomia.kernel.libbpf.internal.attach.Tracefs;
import org.eunomia.kernel.libbpf.internal.load.Loading;
import org.eunomia.kernel.libbpf.internal.ring.MappedSource;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.osgi.service.component.annotations.Component;

/** Loads with libbpf, out of the shim. Everything in the kernel hangs on descriptors of this process, so nothing outlives it. */
@Component(service = ObjectLoader.class)
public final class LibbpfObjectLoader implements ObjectLoader {
    /** {@code BPF_STATS_RUN_TIME} */
    private static final int RUN_TIME = 0;

    private final LibbpfFeatureProbe kernel = new LibbpfFeatureProbe();

    @Override
    public LoadedObject load(ObjectSpec spec) throws OperationFailedException {
        Shim.load();
        return Loading.load(spec, kernel);
    }

    @Override
    public void await(List<RecordSource> sources, Duration timeout) {
        MappedSource.awaitAny(sources.stream().map(MappedSource.class::cast).toList(), timeout);
    }

    @Override
    public RunStatistics keepStatistics() throws OperationFailedException {
        Shim.load();
        int fd = Shim.bpf_enable_stats(RUN_TIME);
        if (fd == -Libc.EPERM) {
            throw new OperationFailedException(new Failure.NotPermitted("keep statistics of programs", "CAP_SYS_ADMIN", "run as root"));
        }
        if (fd < 0) throw new OperationFailedException(new Failure.NotSupported("keeping statistics of programs", "5.8", Libc.message(fd)));
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) Libc.close(fd);
        };
    }

    @Override
    public Path tracefs() throws OperationFailedException {
        return Tracefs.mount();
    }
}
