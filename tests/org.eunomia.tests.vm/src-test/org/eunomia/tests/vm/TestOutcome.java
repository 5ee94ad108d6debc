package org.eunomia.tests.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a report says of one test: one method or, where it has parameters, one invocation.
 *
 * @param problem the trace of a failure, the reason of a skipped test
 */
record TestOutcome(String className, String name, Optional<String> problem) {
    private static final Pattern METHOD = Pattern.compile("[\\p{L}_$][\\w$]*");

    /** All of the reports in a folder. Surefire and JUnit's console write the same form. */
    static List<TestOutcome> read(Path folder) throws IOException {
        List<TestOutcome> outcomes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList()) {
                NodeList cases = parse(file).getElementsByTagName("testcase");
                for (int i = 0; i < cases.getLength(); i++) {
                    outcomes.add(of((Element) cases.item(i)));
                }
            }
        }
        return outcomes;
    }

    /** The value that a report gives for a system property of the JVM that ran its tests. */
    static String property(Path report, String name) throws IOException {
        NodeList properties = parse(report).getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        throw new AssertionError(report + " does not give " + name);
    }

    /** Class and method without what tells one invocation from another. */
    TestMethod method() {
        Matcher method = METHOD.matcher(name);
        return new TestMethod(className, method.lookingAt() ? method.group() : name);
    }

    String displayName() {
        return className.substring(className.lastIndexOf('.') + 1) + '.' + name;
    }

    private static TestOutcome of(Element testcase) {
        Optional<String> problem = Optional.empty();
        for (String kind : List.of("failure", "error", "skipped")) {
            NodeList found = testcase.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                problem = Optional.of(kind + ": " + found.item(0).getTextContent().strip());
            }
        }
        return new TestOutcome(testcase.getAttribute("classname"), testcase.getAttribute("name"), problem);
    }

    private static Element parse(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report: " + e.getMessage(), e);
        }
    }
}
