import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * {@code java Starts.java object PACKAGE FILE} takes the object out of a package. {@code java Starts.java daemon PACKAGE ROUNDS URL} starts the package by a daemon, and prints how
 * long it took from the request to the first event.
 */
final class Starts {
    private static final int WARMING_UP = 20;

    public static void main(String[] args) throws Exception {
        byte[] document = Files.readAllBytes(Path.of(args[1]));
        if (args[0].equals("object")) {
            Matcher data = Pattern.compile("\"data\":\"([^\"]*)\"").matcher(new String(document));
            data.find();
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1))))) {
                Files.write(Path.of(args[2]), in.readAllBytes());
            }
            return;
        }
        int rounds = Integer.parseInt(args[2]);
        double[] took = new double[rounds];
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI trackers = URI.create(args[3] + "/v1/trackers/");
        for (int i = -WARMING_UP; i < rounds; i++) {
            long began = System.nanoTime();
            String started = http.send(HttpRequest.newBuilder(URI.create(args[3] + "/v1/trackers")).POST(BodyPublishers.ofByteArray(document)).build(), BodyHandlers.ofString()).body();
            URI tracker = trackers.resolve(started.replaceAll("^\\{\"id\":(\\d+).*", "$1"));
            try (InputStream events = http.send(HttpRequest.newBuilder(URI.create(tracker + "/events?count=1")).build(), BodyHandlers.ofInputStream()).body()) {
                if (events.read() != '{') throw new IllegalStateException(started);
                if (i >= 0) took[i] = (System.nanoTime() - began) / 1e6;
                events.readAllBytes();
            }
            http.send(HttpRequest.newBuilder(tracker).DELETE().build(), BodyHandlers.discarding());
        }
        Arrays.sort(took);
        System.out.printf("daemon over HTTP p50 %6.1f ms   p99 %6.1f ms   %d starts%n", took[rounds / 2], took[rounds * 99 / 100], rounds);
        System.exit(0);
    }
}
