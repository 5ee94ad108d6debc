package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.MapAccess;

/** A map of {@link FakeObjectLoader}. */
final class FakeMap implements MapAccess {
    private final FakeObjectLoader kernel;
    private final MapInfo info;
    private final Map<ByteBuffer, byte[]> entries = new LinkedHashMap<>();

    FakeMap(FakeObjectLoader kernel, MapInfo info) {
        this.kernel = kernel;
        this.info = info;
        for (int i = 0; info.type().equals("array") && i < info.maxEntries(); i++) entries.put(key(FakeObject.number(i)), new byte[info.valueSize()]);
    }

    private static ByteBuffer key(byte[] bytes) {
        return ByteBuffer.wrap(bytes.clone());
    }

    synchronized void addTo(int offset, long more) {
        ByteBuffer in = ByteBuffer.wrap(entries.get(key(new byte[4]))).order(ByteOrder.nativeOrder());
        in.putLong(offset, in.getLong(offset) + more);
    }

    @Override
    public MapInfo info() {
        return info;
    }

    @Override
    public synchronized List<MapEntry> entries() {
        return entries.entrySet().stream().map(e -> new MapEntry(e.getKey().array().clone(), e.getValue().clone())).toList();
    }

    @Override
    public synchronized Optional<byte[]> lookup(byte[] key) throws OperationFailedException {
        kernel.step("lookup " + info.name());
        return Optional.ofNullable(entries.get(key(key))).map(byte[]::clone);
    }

    @Override
    public synchronized void update(byte[] key, byte[] value) {
        entries.put(key(key), value.clone());
    }

    @Override
    public synchronized boolean delete(byte[] key) {
        return entries.remove(key(key)) != null;
    }
}
