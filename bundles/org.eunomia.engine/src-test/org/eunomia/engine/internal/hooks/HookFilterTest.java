package org.eunomia.engine.internal.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;

class HookFilterTest {
    private static List<String> of(String filter, String... names) throws OperationFailedException {
        HookFilter f = new HookFilter(filter);
        return Stream.of(names).filter(f::matches).sorted(f.order()).toList();
    }

    @Test
    void allWordsHaveToOccurInAnyOrderAndCase() throws Exception {
        assertEquals(List.of("syscalls/sys_enter_openat"), of("OPEN enter", "syscalls/sys_enter_openat", "syscalls/sys_exit_openat", "sched/sched_switch"));
    }

    @Test
    void aStarStandsForAnything() throws Exception {
        assertEquals(List.of("vfs_file_open", "vfs_open"), of("vfs*open", "vfs_open", "open_vfs", "vfs_file_open"));
        assertEquals(List.of("a"), of("*", "a"));
        assertEquals(List.of(), of("a".repeat(400) + "*".repeat(400) + "b", "a".repeat(999)));
    }

    @Test
    void whatIsOrBeginsWithTheFilterComesFirst() throws Exception {
        assertEquals(List.of("open", "fs/open", "fs/open_by", "openat", "a/reopen"), of("open", "a/reopen", "openat", "fs/open_by", "fs/open", "open"));
    }

    @Test
    void nothingMatchesAll() throws Exception {
        assertEquals(List.of("a", "b"), of(" ", "b", "a"));
    }

    @Test
    void refusesWhatNobodyTypes() {
        Failure failure = assertThrows(OperationFailedException.class, () -> new HookFilter("x".repeat(1001))).failure();
        assertEquals(new Failure.LimitExceeded("filter", "1000 characters", ""), failure);
    }
}
