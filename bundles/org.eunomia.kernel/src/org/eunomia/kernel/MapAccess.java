package org.eunomia.kernel;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;

/** Entries of one map. Keys and values have exactly the sizes that {@link LoadedObject.MapInfo} gives; per-CPU values as {@link MapEntry} says. */
public interface MapAccess {
    LoadedObject.MapInfo info();

    /** Uses the kernel's batch calls where the map has them. */
    List<MapEntry> entries() throws OperationFailedException;

    Optional<byte[]> lookup(byte[] key) throws OperationFailedException;

    void update(byte[] key, byte[] value) throws OperationFailedException;

    /** @return whether there was such an entry */
    boolean delete(byte[] key) throws OperationFailedException;
}
