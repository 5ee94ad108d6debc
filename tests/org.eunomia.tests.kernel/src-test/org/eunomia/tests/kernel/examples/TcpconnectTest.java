package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpconnectTest {
    private static final long AF_INET = 2;

    @RegisterExtension
    final Trackers trackers = new Trackers();

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 2", "::1, 10"})
    void showsAddressesAndPorts(String host, long family) throws Exception {
        InetAddress address = InetAddress.getByName(host);
        try (ServerSocket server = new ServerSocket(0, 1, address);
                Subject subject = Subject.perl("use IO::Socket::IP; $s = IO::Socket::IP->new(PeerHost => '" + host + "', PeerPort => "
                        + server.getLocalPort() + ", Type => SOCK_STREAM) or die $!; print $s->sockport, \"\\n\"; <STDIN>")) {
            Watched tcpconnect = trackers.start("tcpconnect", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = tcpconnect.event(e -> true);
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals("perl", event.get("comm"));
            assertEquals(true, event.get("connected"));
            assertEquals(family, event.get("family"));
            assertEquals(address, address(event, "saddr"));
            assertEquals(address, address(event, "daddr"));
            assertEquals(Long.valueOf(subject.readLine()), event.get("sport"));
            assertEquals((long) server.getLocalPort(), event.get("dport"));
            assertTrue((Long) event.get("duration_ns") > 0, "duration " + event.get("duration_ns"));
        }
    }

    @Test
    void showsARefusal() throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
        }
        String pid = Long.toString(ProcessHandle.current().pid());
        Watched tcpconnect = trackers.start("tcpconnect", Map.of("target_pid", pid, "target_port", Integer.toString(nobody.getPort())));
        try (Socket client = new Socket()) {
            assertThrows(ConnectException.class, () -> client.connect(nobody));
        }
        Map<String, Object> event = tcpconnect.event(e -> true);
        assertEquals(false, event.get("connected"));
        assertEquals((long) nobody.getPort(), event.get("dport"));
    }

    private static InetAddress address(Map<String, Object> event, String field) throws Exception {
        List<?> bytes = (List<?>) event.get(field);
        byte[] address = new byte[bytes.size()];
        for (int i = 0; i < address.length; i++) address[i] = ((Long) bytes.get(i)).byteValue();
        return InetAddress.getByAddress(event.get("family").equals(AF_INET) ? Arrays.copyOf(address, 4) : address);
    }
}
