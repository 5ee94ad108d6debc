package org.eunomia.kernel.libbpf.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Entries of a map through its descriptor, which belongs to the loaded object: once that is closed, the number may be another file's. */
public final class MapHandle implements MapAccess {
    private final MapInfo info;
    private final int fd;
    private final Lifetime lifetime;
    private final int valueBytes;
    /** False after the kernel said that this kind of map has no batch calls. */
    private boolean batch = true;

    public MapHandle(MapInfo info, int fd, int possibleCpus, Lifetime lifetime) {
        this.info = info;
        this.fd = fd;
        this.lifetime = lifetime;
        this.valueBytes = info.isPerCpu() ? (info.valueSize() + 7 & ~7) * possibleCpus : info.valueSize();
    }

    @Override
    public MapInfo info() {
        return info;
    }

    /** Gives the descriptor to {@code use} while it is sure to be this map's. */
    public <T> T with(Lifetime.Use<T> use) throws OperationFailedException {
        return lifetime.during(info.name(), () -> use.of(fd));
    }

    @Override
    public List<MapEntry> entries() throws OperationFailedException {
        return lifetime.during(info.name(), this::readEntries);
    }

    private List<MapEntry> readEntries() throws OperationFailedException {
        if (info.keySize() == 0 || info.valueSize() == 0) throw failed("list entries of", Libc.EOPNOTSUPP);
        if (batch) {
            Optional<List<MapEntry>> entries = new BatchLookup(fd, info.keySize(), valueBytes, info.maxEntries()).entries();
            if (entries.isPresent()) return entries.get();
            batch = false;
        }
        return oneByOne();
    }

    private List<MapEntry> oneByOne() throws OperationFailedException {
        List<MapEntry> entries = new ArrayList<>();
        byte[] key = null;
        // An entry that is deleted while we stand on it sends the kernel back to the start: bounded, as the map may change for ever.
        for (long n = 0; n <= 2L * Integer.toUnsignedLong(info.maxEntries()); n++) {
            byte[] next = new byte[info.keySize()];
            int error = Shim.bpf_map_get_next_key(fd, key, next);
            if (error == -Libc.ENOENT) break;
            if (error != 0) throw failed("list entries of", error);
            key = next;
            byte[] value = new byte[valueBytes];
            if (Shim.bpf_map_lookup_elem(fd, key, value) == 0) entries.add(new MapEntry(key, value));
        }
        return entries;
    }

    @Override
    public Optional<byte[]> lookup(byte[] key) throws OperationFailedException {
        checkSize("key", key.length, info.keySize());
        byte[] value = new byte[valueBytes];
        int error = with(fd -> Shim.bpf_map_lookup_elem(fd, key, value));
        if (error == -Libc.ENOENT) return Optional.empty();
        if (error != 0) throw failed("read", error);
        return Optional.of(value);
    }

    @Override
    public void update(byte[] key, byte[] value) throws OperationFailedException {
        checkSize("key", key.length, info.keySize());
        checkSize("value", value.length, valueBytes);
        int error = with(fd -> Shim.bpf_map_update_elem(fd, key, value, 0));
        if (error != 0) throw failed("write to", error);
    }

    @Override
    public boolean delete(byte[] key) throws OperationFailedException {
        checkSize("key", key.length, info.keySize());
        int error = with(fd -> Shim.bpf_map_delete_elem(fd, key));
        if (error == -Libc.ENOENT) return false;
        if (error != 0) throw failed("delete from", error);
        return true;
    }

    private static void checkSize(String what, int given, int wanted) {
        if (given != wanted) throw new IllegalArgumentException(what + " of " + given + " bytes, the map has " + wanted);
    }

    private OperationFailedException failed(String what, int error) {
        int errno = Math.abs(error);
        String action = what + " map " + info.name();
        return new OperationFailedException(switch (errno) {
            case Libc.EPERM -> new Failure.NotPermitted(action, "", "");
            case Libc.E2BIG -> new Failure.LimitExceeded("map " + info.name(), Integer.toUnsignedString(info.maxEntries()) + " entries", "");
            default -> new Failure.Unavailable("cannot " + action, Libc.message(errno), hint(errno));
        });
    }

    private String hint(int errno) {
        return switch (errno) {
            case Libc.EINVAL, Libc.EOPNOTSUPP, Libc.ENOTSUPP -> "maps of type " + info.type() + " do not allow that";
            default -> "";
        };
    }
}
