package org.eunomia.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.Deflater;

/** Packages of each generation, written as their makers wrote them, around one object. */
final class Documents {
    private static final String SOURCE = """
            typedef unsigned int u32;
            typedef unsigned long long u64;
            typedef int pid_t;
            #define SEC(name) __attribute__((section(name), used))
            #define __uint(name, val) int (*name)[val]
            #define __type(name, val) __typeof__(val) *name
            struct event { u64 ts; pid_t pid; char comm[16]; unsigned char mac[6]; };
            struct hist { u32 slots[26]; char comm[16]; };
            struct trace { u32 pid; u64 kern[4]; u64 ustack[4]; };
            struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(".maps");
            struct { __uint(type, 4); __uint(key_size, 4); __uint(value_size, 4); } events SEC(".maps");
            struct { __uint(type, 1); __uint(max_entries, 64); __type(key, u32); __type(value, struct hist); } hists SEC(".maps");
            const volatile int target_pid = 7;
            const volatile _Bool failed_only = 0;
            const volatile float ratio = 1.5;
            const volatile char wanted[16] = "bash";
            const char message[] = "plain constant";
            int counted;
            struct event *__eunomia_dummy_event_ptr;
            struct trace *__eunomia_dummy_trace_ptr;
            static void *(*reserve)(void *map, u64 size, u64 flags) = (void *) 131;
            static void (*submit)(void *data, u64 flags) = (void *) 132;
            SEC("tracepoint/syscalls/sys_enter_openat") int on_open(void *ctx) {
                struct event *e = reserve(&rb, sizeof(*e), 0);
                if (!e) return 0;
                e->pid = target_pid + failed_only + *(const volatile int *) &ratio + wanted[0] + message[counted & 7] + (__eunomia_dummy_event_ptr != 0) + (__eunomia_dummy_trace_ptr != 0);
                submit(e, 0);
                return counted++;
            }
            SEC("tc") int on_packet(void *ctx) { return 0; }
            SEC("xdp") int on_frame(void *ctx) { return 2; }
            char LICENSE[] SEC("license") = "GPL";
            """;
    private static final byte[] OBJECT = compile();

    private Documents() { }

    private static byte[] compile() {
        try {
            Path dir = Files.createTempDirectory("pack-test");
            try {
                Path c = Files.writeString(dir.resolve("x.bpf.c"), SOURCE);
                Process clang = new ProcessBuilder("clang", "-g", "-O2", "-target", "bpf", "-c", c.toString(), "-o", dir.resolve("x.o").toString()).redirectErrorStream(true).start();
                String output = new String(clang.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (clang.waitFor() != 0) throw new AssertionError(output);
                return Files.readAllBytes(dir.resolve("x.o"));
            } finally {
                for (Path p : new Path[] {dir.resolve("x.bpf.c"), dir.resolve("x.o"), dir}) Files.deleteIfExists(p);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] object() {
        return OBJECT.clone();
    }

    static String seed() {
        return data("seed-update.json");
    }

    static String seedStartBody() {
        return data("seed-start-body.json");
    }

    static String data(String file) {
        return file("tests/data/" + file);
    }

    /** A file of the repository, in which Maven and an IDE start tests at different depths. */
    static String file(String path) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (!Files.exists(dir.resolve(path))) continue;
            try {
                return Files.readString(dir.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("no " + path + " above " + Path.of("").toAbsolutePath());
    }

    static String bpf1() {
        return """
                {"name":"template","version":"0.1.0","load_ebpf_script":"","license":"GPL","author":"John Doe","url":"http://example.com/package.json","description":"Opened files.",
                 "data_sz":%d,"data":"%s",
                 "maps":[{"name":"rb","type":"BPF_MAP_TYPE_RINGBUF","export_data_types":{"Fields":[
                   {"Name":"ts","Type":"unsigned long long","LLVMType":"i64","FieldOffset":0},{"Name":"pid","Type":"pid_t","LLVMType":"i32","FieldOffset":64},
                   {"Name":"comm","Type":"char [16]","LLVMType":"[16 x i8]","FieldOffset":96},{"Name":"mac","Type":"mac_t","LLVMType":"[6 x i8]","FieldOffset":224}],
                   "Struct Name":"event","Size":320,"DataSize":320,"Alignment":64}},
                  {"name":"hists","type":"BPF_MAP_TYPE_HASH"},{"name":"client_b.rodata","type":"BPF_MAP_TYPE_UNSPEC"}],
                 "progs":[{"name":"on_open"},{"name":"on_packet","type":"BPF_PROG_TYPE_SCHED_CLS"}]}""".formatted(OBJECT.length, lines(OBJECT));
    }

    static String bpf2() {
        return bpf2("""
                {"ident":"rb","name":"rb"},{"ident":"hists","name":"hists","sample":{"interval":500,"type":"log2_hist","unit":"usec","clear_map":true}},
                {"ident":"events","name":"events"}""", "");
    }

    /** @param more further members of {@code meta}, each with a comma before it */
    static String bpf2(String maps, String more) {
        return """
                {"bpf_object":"%s","bpf_object_size":%d,"meta":{"bpf_skel":{
                 "data_sections":[{"name":".rodata","variables":[
                   {"name":"target_pid","type":"int","description":"Process to trace","cmdarg":{"default":42,"short":"p","long":"pid","help":"trace only this process"}},
                   {"name":"failed_only","type":"bool","cmdarg":{"default":true}},{"name":"ratio","type":"float","value":0.25},{"name":"wanted","type":"char[16]"},
                   {"name":"message","type":"char[15]"}]},
                  {"name":".bss","variables":[{"name":"counted","type":"int","value":3,"unit":"files"},{"name":"__eunomia_dummy_event_ptr","type":"struct event *"}]}],
                 "doc":{"version":"2.1","description":"Opened files.","details":"At length."},
                 "maps":[%s,{"ident":"rodata","mmaped":true,"name":"x_bpf.rodata"}],
                 "obj_name":"opened_bpf",
                 "progs":[{"attach":"tracepoint/syscalls/sys_enter_openat","link":true,"name":"on_open","note":"kept"},
                  {"attach":"tc","link":true,"name":"on_packet","tchook":{"attach_point":"BPF_TC_EGRESS","ifindex":3},"tcopts":{"handle":1,"priority":5}},
                  {"attach":"xdp","link":false,"name":"on_frame","xdpopts":{"old_prog_fd":0}}]},
                 "eunomia_version":"0.3.4",
                 "export_types":[{"members":[{"name":"ts","type":"unsigned long long"},{"name":"pid","type":"int"},{"name":"comm","type":"char[16]"},{"name":"mac","type":"unsigned char[6]"}],
                  "name":"event","size":40,"type_id":0}]%s}}""".formatted(Base64.getEncoder().encodeToString(deflate(OBJECT)), OBJECT.length, maps, more);
    }

    static String format1() {
        return """
                {"format":"eunomia/1","name":"opened","version":"1.0.0","description":"Opened files.","license":"GPL",
                 "object":{"encoding":"base64","size":%d,"data":"%s"},
                 "programs":[{"name":"on_open","section":"tracepoint/syscalls/sys_enter_openat","options":{"pid":1}},{"name":"on_packet","section":"tc","attach":false}],
                 "maps":[{"name":"rb","type":"ringbuf","maxEntries":4096,"output":{"kind":"events","types":[{"type":"event","tag":"kind","value":1},{"type":"other","tag":"kind","value":2}]},"lossOffsets":[0,8]},
                  {"name":"hists","type":"hash","key":"u32","value":{"size":4,"fields":[{"name":"slots","offset":0,"size":4,"type":"u32[1]"}]},"output":{"kind":"histogram","unit":"usecs"}}],
                 "types":{"event":{"size":24,"fields":[{"name":"kind","offset":0,"type":"kind"},{"name":"low","offset":4,"bits":3,"type":"u32"},{"name":"points","offset":8,"type":"point[2][2]","format":"hex"}]},
                  "other":{"c":"other","size":8,"fields":[{"name":"kind","offset":0,"type":"kind"}]},"point":{"size":4,"fields":[{"name":"x","offset":0,"type":"short"},{"name":"y","offset":2,"type":"short"}]},
                  "kind":{"kind":"enum","size":4,"values":[["ONE",1],["TWO",2]]}},
                 "params":[{"name":"target_pid","type":"pid_t","offset":0,"default":7,"description":"trace this process only","short":"p"}],
                 "requires":{"kernel":"5.8","features":["ringbuf"]},"signatures":[{"algorithm":"ed25519","keyId":"k","value":"AA=="}]}""".formatted(OBJECT.length, Base64.getEncoder().encodeToString(OBJECT));
    }

    /** Base64 in lines, as text of JSON. */
    static String lines(byte[] bytes) {
        return Base64.getMimeEncoder(72, new byte[] {'\n'}).encodeToString(bytes).replace("\n", "\\n") + "\\n";
    }

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }
}
