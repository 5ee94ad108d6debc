package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StackFrame;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;

/** Finds stacks in a tracker's maps and their symbols through its runtime. What cannot be found is shown as numbers. */
public final class ServiceSymbols implements Symbols {
    private final TrackerService service;
    private final TrackerId tracker;
    private final List<String> stackMaps;

    public ServiceSymbols(TrackerService service, TrackerInfo tracker) {
        this.service = service;
        this.tracker = tracker.id();
        stackMaps = tracker.maps().stream().filter(m -> m.output() instanceof Output.Stacks).map(MapSpec::name).toList();
    }

    @Override
    public long[] stack(int id) {
        byte[] key = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(id).array();
        for (String map : stackMaps) {
            long[] found = lookup(map, key).map(ServiceSymbols::addresses).orElse(new long[0]);
            if (found.length > 0) return found;
        }
        return new long[0];
    }

    private Optional<byte[]> lookup(String map, byte[] key) {
        try {
            return service.lookup(tracker, map, key);
        } catch (OperationFailedException e) {
            return inSnapshot(map, key);
        }
    }

    private Optional<byte[]> inSnapshot(String map, byte[] key) {
        try {
            return service.entries(tracker, map).stream().filter(e -> Arrays.equals(e.key(), key)).map(MapEntry::value).findFirst();
        } catch (OperationFailedException e) {
            return Optional.empty();
        }
    }

    private static long[] addresses(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
        long[] addresses = new long[value.length / 8];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = in.getLong(i * 8);
            if (addresses[i] == 0) return Arrays.copyOf(addresses, i);
        }
        return addresses;
    }

    @Override
    public List<StackFrame> frames(int pid, long[] addresses) {
        try {
            return service.symbolize(tracker, pid, addresses);
        } catch (OperationFailedException e) {
            return List.of();
        }
    }
}
