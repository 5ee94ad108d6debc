import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Prints how many tests each lane ran, and where. Fails when a lane ran none or left some out.
 *
 * <p>{@code java Lanes.java CHECKOUT BEGAN}: reports from before BEGAN belong to another build and do not count.
 */
final class Lanes {
    /** What reports say together. */
    private record Sum(int tests, int skipped, String kernel) {
        Sum plus(Sum other) {
            return new Sum(tests + other.tests, skipped + other.skipped, other.kernel);
        }
    }

    private static final Sum NONE = new Sum(0, 0, "");

    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]);
        Instant began = Instant.parse(arguments[1]);
        Map<String, Sum> lanes = new LinkedHashMap<>();
        lanes.put("unit", sum(below(checkout.resolve("bundles"), "target/surefire-reports"), began));
        for (String lane : List.of("framework", "kernel")) {
            lanes.put(lane, sum(List.of(tests(checkout, lane).resolve("target/surefire-reports")), began));
        }
        lanes.put("vm", sum(List.of(tests(checkout, "vm").resolve("target/guest/share/reports")), began));
        lanes.put("product", sum(List.of(tests(checkout, "product").resolve("target/surefire-reports")), began));
        lanes.put("ui", sum(List.of(tests(checkout, "ui").resolve("target/surefire-reports")), began));

        System.out.printf("%nlane        tests  where%n");
        lanes.forEach((lane, sum) -> System.out.printf("%-10s %6d  %s%n", lane, sum.tests, where(lane, sum.kernel)));
        System.out.printf("%-10s %6d%n%n", "all", lanes.values().stream().mapToInt(Sum::tests).sum());

        List<String> problems = new ArrayList<>();
        lanes.forEach((lane, sum) -> {
            if (sum.tests == 0) {
                problems.add("lane " + lane + " ran no test");
            }
            if (sum.skipped > 0) {
                problems.add("lane " + lane + " skipped " + sum.skipped + " tests");
            }
        });
        if (!problems.isEmpty()) {
            System.err.println(String.join("\n", problems));
            System.exit(1);
        }
    }

    private static String where(String lane, String kernel) {
        return switch (lane) {
            case "unit" -> "host";
            case "framework" -> "host, Equinox";
            case "kernel" -> "host, kernel " + kernel;
            case "vm" -> "guest, kernel " + kernel;
            case "product" -> "host, bare root";
            case "ui" -> "host, workbench on Xvfb";
            default -> throw new IllegalArgumentException(lane);
        };
    }

    private static Path tests(Path checkout, String lane) {
        return checkout.resolve("tests/org.eunomia.tests." + lane);
    }

    private static List<Path> below(Path folder, String name) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.resolve(name)).filter(Files::isDirectory).toList();
        }
    }

    private static Sum sum(List<Path> folders, Instant began) throws Exception {
        Sum sum = NONE;
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                for (Path report : reports(folder, began)) {
                    sum = sum.plus(read(report));
                }
            }
        }
        return sum;
    }

    private static List<Path> reports(Path folder, Instant began) throws IOException {
        List<Path> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(began)) {
                    reports.add(file);
                }
            }
        }
        return reports;
    }

    private static Sum read(Path report) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        int skipped = Integer.parseInt(suite.getAttribute("skipped"));
        return new Sum(Integer.parseInt(suite.getAttribute("tests")) - skipped, skipped, kernel(suite));
    }

    private static String kernel(Element suite) {
        NodeList properties = suite.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            if (((Element) properties.item(i)).getAttribute("name").equals("os.version")) {
                return ((Element) properties.item(i)).getAttribute("value");
            }
        }
        return "?";
    }
}
