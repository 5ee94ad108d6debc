package org.eunomia.rest.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Finds the route of a request. */
final class Routes {
    private final List<Route> all;

    Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    List<Route> all() {
        return all;
    }

    record Match(Route route, Map<String, String> variables) { }

    /** @param path as it was sent */
    Match find(String method, String path) throws OperationFailedException, HttpFailureException {
        List<String> segments = segments(path);
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : all) {
            Map<String, String> variables = match(route.segments(), segments);
            if (variables == null) continue;
            if (route.method().equals(method)) return new Match(route, variables);
            methods.add(route.method());
        }
        if (methods.isEmpty()) throw new OperationFailedException(new Failure.NotFound("path", path, List.of()));
        throw new HttpFailureException(405, new Failure.RequestInvalid("method", method + " is not possible on " + path + ", but " + String.join(", ", methods), ""),
                Map.of("Allow", String.join(", ", methods)));
    }

    /** Whether anybody may see {@code path}. */
    boolean isOpen(String path) {
        return all.stream().anyMatch(r -> r.role().isEmpty() && r.path().equals(path));
    }

    private static List<String> segments(String path) throws OperationFailedException {
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(1).split("/", -1)) segments.add(decoded(segment));
        return segments;
    }

    private static Map<String, String> match(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) return null;
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String wanted = template.get(i);
            if (wanted.startsWith("{")) {
                if (segments.get(i).isEmpty()) return null;
                variables.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
            } else if (!wanted.equals(segments.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static String decoded(String segment) throws OperationFailedException {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            int high = c == '%' && i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(segment.charAt(i + 2), 16) : -1;
            if (c == '%' && low < 0 || c == ';' || c > 0x7e) throw Exchange.invalid("path", "'" + segment + "' is not percent-encoded as it should be");
            bytes.put((byte) (c == '%' ? high << 4 | low : c));
            if (c == '%') i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw Exchange.invalid("path", "'" + segment + "' is no UTF-8");
        }
    }
}
