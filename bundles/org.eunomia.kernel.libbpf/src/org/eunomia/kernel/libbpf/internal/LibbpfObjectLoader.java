package org.eunomia.kernel.libbpf.internal;

import java.time.Duration;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.libbpf.internal.load.Loading;
import org.eunomia.kernel.libbpf.internal.ring.MappedSource;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.osgi.service.component.annotations.Component;

/** Loads with libbpf, out of the shim. Everything in the kernel hangs on descriptors of this process, so nothing outlives it. */
@Component(service = ObjectLoader.class)
public final class LibbpfObjectLoader implements ObjectLoader {
    @Override
    public LoadedObject load(ObjectSpec spec) throws OperationFailedException {
        Shim.load();
        return Loading.load(spec);
    }

    @Override
    public void await(List<RecordSource> sources, Duration timeout) {
        MappedSource.awaitAny(sources.stream().map(MappedSource.class::cast).toList(), timeout);
    }
}
