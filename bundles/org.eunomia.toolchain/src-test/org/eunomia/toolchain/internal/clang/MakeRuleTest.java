package org.eunomia.toolchain.internal.clang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakeRuleTest {
    @Test
    void readsNamesWithSpacesDollarsAndHashes() {
        assertEquals(List.of(Path.of("a b.c"), Path.of("c$.h"), Path.of("d#.h"), Path.of("/e.h")), MakeRule.files("a\\ b.o: a\\ b.c \\\n  c$$.h d\\#.h \\\n /e.h\n"));
    }
}
