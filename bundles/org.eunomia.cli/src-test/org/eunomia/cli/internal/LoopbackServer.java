package org.eunomia.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Answers GET requests on a free port with what a test gave it for each path. */
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final Map<String, Answer> answers = new HashMap<>();

    /** Writes an answer, head and all. */
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    LoopbackServer() throws IOException {
        Thread.ofPlatform().daemon().start(this::serve);
    }

    LoopbackServer answer(String path, String statusLine, String headers, byte[] body) {
        return answer(path, out -> {
            out.write(("HTTP/1.1 " + statusLine + "\r\n" + headers + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        });
    }

    LoopbackServer answer(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                String path = in.readLine().split(" ")[1];
                String line;
                do {
                    line = in.readLine();
                } while (line != null && !line.isEmpty());
                answers.get(path).write(client.getOutputStream());
            } catch (IOException e) {
                // the client left, or the test is over
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
