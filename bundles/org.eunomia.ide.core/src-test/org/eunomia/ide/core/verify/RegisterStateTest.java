package org.eunomia.ide.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterStateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            R1 | ctx() | the program's context
            R1 | 0x300000000 | number 0x300000000
            R1 | inv5 | number 5
            R1 | scalar() | number of any value
            R1 | inv(id=0) | number of any value
            R1 | scalar(smin=smin32=0,smax=umax=smax32=umax32=255,var_off=(0x0; 0xff)) | number from 0 to 255
            R1 | scalar(smin=0,smax=umax=0xffffffff,var_off=(0x0; 0xffffffff)) | number from 0 to 4294967295
            R1 | inv(id=0,umax_value=255,var_off=(0x0; 0xff)) | number from 0 to 255
            R1 | scalar(umin=502) | number, at least 502
            R1 | scalar(smin=0xffffffff80000000,smax=0x7fffffff) | number from -2147483648 to 2147483647
            R0 | map_value_or_null(id=1,map=counts,ks=4,vs=8) | value of map counts (8 bytes), or NULL
            R0 | map_value(id=0,off=4,ks=4,vs=8,imm=0) | value of a map (8 bytes) at offset 4
            R1 | map_ptr(map=counts,ks=4,vs=8) | map counts
            R1 | ringbuf_mem(ref_obj_id=2,sz=68,smin=smin32=0,smax=umax=smax32=umax32=112,var_off=(0x0; 0x70)) | ring buffer record (68 bytes) at offset 0 to 112
            R2 | pkt(r=14) | packet, 14 bytes known to be there
            R2 | pkt_end() | end of the packet
            R6 | trusted_ptr_task_struct() | pointer to the kernel's task_struct
            R6 | untrusted_ptr_or_null_file(off=8) | pointer to the kernel's file that may be stale at offset 8, or NULL
            R10 | fp0 | top of the stack
            R2 | fp-64 | stack at -64
            fp-8 | mmmm???? | 4 bytes written, 4 not written
            fp-8 | 00000000 | 8 bytes, zero
            fp-16 | map_value(map=counts,ks=4,vs=8) | value of map counts (8 bytes)
            R3 | something new(x=1) | something new(x=1)
            """)
    void putsValuesIntoWords(String register, String value, String words) {
        assertEquals(register + "  " + words, new RegisterState(0, Map.of(register, value)).inWords());
    }

    @Test
    void readsAStateAsTheLogWritesIt() {
        StateText text = new StateText("frame1: R10=fp0 R1_w=Pscalar(smin=0,var_off=(0x0; 0xff)) fp-16_w=mmmmmmmm fp-8=map_value R2_rw=invP3 refs=2,4");
        assertEquals(1, text.frame);
        assertEquals(List.of("R1", "R2", "R10", "fp-8", "fp-16"), List.copyOf(text.values.keySet()));
        assertEquals("scalar(smin=0,var_off=(0x0; 0xff))", text.values.get("R1"));
        assertEquals("inv3", text.values.get("R2"));
    }

    @Test
    void writesAStateAsTheLogDoes() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("R1", "ctx()");
        values.put("R10", "fp0");
        assertEquals("R1=ctx() R10=fp0", new RegisterState(0, values).toString());
    }
}
