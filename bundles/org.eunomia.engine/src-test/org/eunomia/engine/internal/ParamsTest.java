package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.junit.jupiter.api.Test;

class ParamsTest {
    private static final Type BYTE = new Type.Int("__u8", 1, false);

    private static ParamSpec param(String name, String section, int offset, String value) {
        return new ParamSpec(name, BYTE, section, offset, value, "", name, "");
    }

    private static final Package PACK = new Package(Package.Format.EUNOMIA_BPF_2, "x", "", "", "GPL", new byte[0], List.of(), List.of(),
            List.of(param("held", ".rodata", 0, "7"), param("promised", ".bss", 4, "3"), param("zero", ".bss", 5, "0")), Package.Requirements.NONE, List.of(), Map.of());

    private static List<String> globals(Map<String, String> given) throws OperationFailedException {
        return Params.globals(PACK, given).stream().map(g -> g.section() + "+" + g.offset() + "=" + g.bytes()[0]).sorted().toList();
    }

    @Test
    void setsDefaultsThatTheObjectCannotHold() throws OperationFailedException {
        assertEquals(List.of(".bss+4=3"), globals(Map.of()));
    }

    @Test
    void prefersWhatTheUserGives() throws OperationFailedException {
        assertEquals(List.of(".bss+4=0", ".bss+5=9", ".rodata+0=8"), globals(Map.of("held", "8", "promised", "0", "zero", "9")));
    }
}
