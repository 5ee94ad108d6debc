package org.eunomia.client.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Over a unix socket, which the JDK's client cannot: HTTP/1.1 with one connection for each request. */
public final class UnixTransport implements Transport {
    private static final int LONGEST_LINE = 16 << 10;
    private final Path socket;

    public UnixTransport(Path socket) {
        this.socket = socket;
    }

    @Override
    public Reply send(String method, String path, Map<String, String> headers, byte[] body, Duration patience) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            if (body != null) head.append("Content-Length: ").append(body.length).append("\r\n");
            write(channel, head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            if (body != null) write(channel, body);
            return reply(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining();) channel.write(rest);
    }

    private static Reply reply(SocketChannel channel) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        String status = line(in);
        if (!status.matches("HTTP/1\\.[01] [0-9]{3}.*")) throw new IOException("no answer in HTTP: " + status);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.substring(9, 12));
        InputStream body = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked") ? new ChunkedInputStream(in) : bounded(in, headers, code);
        return new Reply(code, headers.getOrDefault("content-type", ""), new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                // Not that of the buffer, whose lock a read that waits in another thread holds.
                channel.close();
            }
        });
    }

    private static InputStream bounded(InputStream in, Map<String, String> headers, int status) throws IOException {
        if (status == 204) return InputStream.nullInputStream();
        String length = headers.get("content-length");
        return length == null ? in : new BoundedInputStream(in, Long.parseLong(length));
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the daemon closed the connection");
            if (line.length() > LONGEST_LINE) throw new IOException("a line without end in the answer");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() { }
}
