package org.eunomia.cli.internal.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;

/** Fetches a package by HTTP. Redirects are followed, but not from https to http; only status 200 counts. */
final class Download {
    private static final long LARGEST = 96L << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Reads the body. */
    interface Reader {
        Package read(InputStream in) throws OperationFailedException;
    }

    private Download() { }

    static Package open(String url, Reader reader) throws OperationFailedException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(CONNECT).build()) {
            HttpResponse<InputStream> response = client.send(request(url), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = new Bounded(response.body(), url)) {
                if (response.statusCode() != 200) throw failed(url, "the server answered " + response.statusCode() + reason(response.statusCode()), hint(response.statusCode()));
                return reader.read(body);
            } finally {
                client.shutdownNow();
            }
        } catch (TooLargeException e) {
            throw new OperationFailedException(new Failure.LimitExceeded("answer of " + url, "96 MiB", ""), e);
        } catch (IOException e) {
            throw failed(url, message(e), "");
        }
    }

    private static HttpRequest request(String url) throws OperationFailedException {
        try {
            return HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).header("Accept", "application/json, application/octet-stream;q=0.9, */*;q=0.1")
                    .header("User-Agent", "eunomia").build();
        } catch (IllegalArgumentException e) {
            throw failed(url, "not a valid address", "");
        }
    }

    private static OperationFailedException failed(String url, String reason, String hint) {
        return new OperationFailedException(new Failure.Unavailable("cannot fetch " + url, reason, hint));
    }

    private static String message(IOException e) {
        if (e instanceof java.net.ConnectException) return "no connection";
        if (e.getCause() instanceof java.nio.channels.UnresolvedAddressException) return "unknown host";
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String reason(int status) {
        return switch (status) {
            case 401 -> " (unauthorized)";
            case 403 -> " (forbidden)";
            case 404 -> " (not found)";
            case 500 -> " (server error)";
            default -> "";
        };
    }

    private static String hint(int status) {
        return status == 404 ? "does the address name the package file itself?" : "";
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterInputStream {
        private long left = LARGEST;

        Bounded(InputStream in, String url) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) count(1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) throw new TooLargeException();
        }
    }
}
