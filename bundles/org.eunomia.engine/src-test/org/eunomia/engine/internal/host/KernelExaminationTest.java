package org.eunomia.engine.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.HostExamination.Finding;
import org.eunomia.core.HostExamination.State;
import org.eunomia.kernel.FeatureProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelExaminationTest {
    private static final String ALL = "000001ffffffffff";
    @TempDir
    Path root;
    private final Map<String, Optional<Boolean>> features = new HashMap<>();
    private String release = "6.12.5-amd64";

    @BeforeEach
    void makeHost() throws IOException {
        status(ALL, 0);
        put("/proc/self/uid_map", "         0          0 4294967295\n");
        put("/sys/kernel/btf/vmlinux", "");
        put("/sys/kernel/tracing/events/enable", "");
        put("/sys/kernel/security/lockdown", "[none] integrity confidentiality\n");
        put("/proc/sys/kernel/unprivileged_bpf_disabled", "2\n");
        put("/proc/sys/kernel/perf_event_paranoid", "3\n");
    }

    private void status(String capabilities, int seccomp) throws IOException {
        put("/proc/self/status", "Name:\tx\nVmLck:\t0 kB\nCapEff:\t" + capabilities + "\nSeccomp:\t" + seccomp + "\n");
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void remove(String path) throws IOException {
        Files.delete(root.resolve(path.substring(1)));
    }

    private List<Finding> all() {
        return new KernelExamination(Optional.of(new FeatureProbe() {
            @Override
            public String release() {
                return release;
            }

            @Override
            public Optional<Boolean> supports(String feature) {
                return features.getOrDefault(feature, Optional.of(true));
            }
        }), root).examine();
    }

    private Finding finding(String subject) {
        return all().stream().filter(f -> f.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void allIsGoodOnAnOrdinaryHost() {
        assertEquals(List.of(), all().stream().filter(f -> f.state() != State.GOOD).toList());
    }

    @Test
    void findsThatNothingCanBeLoadedWithoutCapabilities() throws IOException {
        status("0000000000000000", 0);
        features.put("array", Optional.empty());
        features.put("socket", Optional.empty());
        assertEquals(new Finding("loading", State.BLOCKED, "the kernel does not let this process load, or the native library cannot be used", "run as root, or with CAP_BPF and CAP_PERFMON"), finding("loading"));
        assertEquals(State.BLOCKED, finding("capabilities").state());
        assertEquals(State.LIMITED, finding("perf events").state());
    }

    @Test
    void suspectsWhatContainersDo() throws IOException {
        features.put("array", Optional.empty());
        status(ALL, 2);
        assertEquals("a seccomp filter may forbid bpf(2): a container needs --cap-add BPF --cap-add PERFMON --security-opt seccomp=unconfined, or --privileged", finding("loading").advice());
        put("/proc/self/uid_map", "0 1000 1\n");
        assertEquals("capabilities of a user namespace do not count: run as root of the host", finding("loading").advice());
    }

    @Test
    void aKernelWithoutBpfIsNoMatterOfPermission() {
        features.put("array", Optional.of(false));
        assertEquals("a kernel with CONFIG_BPF_SYSCALL is needed", finding("loading").advice());
    }

    @Test
    void capabilitiesOfTheServiceAreEnough() throws IOException {
        status("000000c400081004", 0);
        assertEquals(Finding.good("capabilities", "CAP_BPF CAP_PERFMON CAP_NET_ADMIN CAP_SYS_PTRACE CAP_DAC_READ_SEARCH CAP_SYSLOG"), finding("capabilities"));
        status("000000c000000000", 0);
        assertEquals(State.LIMITED, finding("capabilities").state());
    }

    @Test
    void unknownIsNotUnsupported() {
        features.put("fentry", Optional.empty());
        features.put("kprobe", Optional.of(false));
        assertEquals(State.UNKNOWN, finding("fentry").state());
        assertEquals(new Finding("kprobe", State.LIMITED, "not in this kernel", "a kernel with CONFIG_KPROBES has it; tracepoints and tp_btf work without"), finding("kprobe"));
    }

    @Test
    void securityProgramsMustBeSwitchedOn() throws IOException {
        put("/sys/kernel/security/lsm", "lockdown,capability,apparmor");
        assertEquals("programs load but are never called", finding("lsm").found());
        put("/sys/kernel/security/lsm", "lockdown,capability,bpf");
        assertEquals(State.GOOD, finding("lsm").state());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        remove("/sys/kernel/btf/vmlinux");
        assertEquals(State.LIMITED, finding("BTF").state());
        remove("/sys/kernel/tracing/events/enable");
        Files.delete(root.resolve("sys/kernel/tracing/events"));
        assertEquals(State.GOOD, finding("tracefs").state());
        status("000000c000000000", 0);
        assertEquals("as root: mount -t tracefs tracefs /sys/kernel/tracing; reading it takes CAP_DAC_READ_SEARCH", finding("tracefs").advice());
        remove("/proc/sys/kernel/perf_event_paranoid");
        assertEquals(State.LIMITED, finding("perf events").state());
    }

    @Test
    void readsTheLockdown() throws IOException {
        put("/sys/kernel/security/lockdown", "none integrity [confidentiality]");
        assertEquals(State.LIMITED, finding("lockdown").state());
        put("/sys/kernel/security/lockdown", "none [integrity] confidentiality");
        assertEquals(State.GOOD, finding("lockdown").state());
        remove("/sys/kernel/security/lockdown");
        assertEquals(State.UNKNOWN, finding("lockdown").state());
    }

    @Test
    void olderKernelsCountLockedMemory() throws IOException {
        release = "5.4.0-42-generic";
        assertEquals(State.LIMITED, finding("kernel").state());
        assertEquals(State.GOOD, finding("memory").state());
        status("000000c000000000", 0);
        put("/proc/self/limits", "Limit                     Soft Limit           Hard Limit           Units     \nMax locked memory         65536                65536                bytes     \n");
        assertEquals("maps count as locked memory, of which 65536 bytes are allowed", finding("memory").found());
    }

    @Test
    void tellsTheLimitOfTheCgroup() throws IOException {
        put("/proc/self/cgroup", "0::/a.slice\n");
        put("/sys/fs/cgroup/a.slice/memory.max", "1000000\n");
        assertEquals("maps count towards the memory of the cgroup, at most 1000000 bytes", finding("memory").found());
    }

    @Test
    void warnsOfOpenDoorsAndSlowPrograms() throws IOException {
        put("/proc/sys/kernel/unprivileged_bpf_disabled", "0");
        put("/proc/sys/net/core/bpf_jit_enable", "0");
        assertEquals("sysctl kernel.unprivileged_bpf_disabled=2", finding("unprivileged BPF").advice());
        assertEquals(State.LIMITED, finding("JIT").state());
    }

    @Test
    void saysWhenTheInstallationIsIncomplete() {
        assertEquals(State.BLOCKED, new KernelExamination(Optional.empty(), root).examine().get(0).state());
    }
}
