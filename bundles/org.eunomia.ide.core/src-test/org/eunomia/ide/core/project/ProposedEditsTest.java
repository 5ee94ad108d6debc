package org.eunomia.ide.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eunomia.core.Diagnostic.Edit;
import org.junit.jupiter.api.Test;

class ProposedEditsTest {
    @Test
    void readsWhatItWrote() {
        List<List<Edit>> ways = List.of(List.of(new Edit(3, 10, 3, 10, ";")), List.of(new Edit(4, 7, 4, 7, "("), new Edit(4, 12, 4, 12, "=\\\t\n)")));
        assertEquals(ways, ProposedEdits.read(ProposedEdits.write(ways)));
    }

    @Test
    void leavesOutWhatIsNone() {
        assertEquals(List.of(), ProposedEdits.read(""));
        assertEquals(List.of(List.of(new Edit(1, 2, 1, 3, ""))), ProposedEdits.read("nonsense\n1:2-1:3=\tmore"));
    }
}
