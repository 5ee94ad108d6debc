package org.eunomia.tests.ui.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eunomia.tests.ui.kit.Workbench;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Runs the test classes of this bundle, or those whose simple names the system property {@code eunomia.tests.only} lists, and writes a line for each test: class, method, status, problem; separated by tabs, with line ends escaped. */
final class TestRun implements TestExecutionListener {
    private final Path report;

    private TestRun(Path report) {
        this.report = report;
    }

    static void all(Path report) throws Exception {
        Files.deleteIfExists(report);
        Files.createFile(report);
        Thread.currentThread().setContextClassLoader(TestRun.class.getClassLoader());
        LauncherConfig config = LauncherConfig.builder().enableTestEngineAutoRegistration(false).enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false).enableTestExecutionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine()).build();
        LauncherFactory.create(config).execute(LauncherDiscoveryRequestBuilder.request().selectors(classes()).build(), new TestRun(report));
    }

    private static List<DiscoverySelector> classes() throws ClassNotFoundException {
        Bundle bundle = FrameworkUtil.getBundle(Workbench.class);
        List<DiscoverySelector> classes = new ArrayList<>();
        String only = System.getProperty("eunomia.tests.only", "");
        for (URL url : Collections.list(bundle.findEntries("/", only.isEmpty() ? "*Test.class" : "*.class", true))) {
            String path = url.getPath();
            if (!only.isEmpty() && !List.of(only.split(",")).contains(path.replaceAll(".*/|\\.class", ""))) continue;
            classes.add(DiscoverySelectors.selectClass(bundle.loadClass(path.substring(path.indexOf("org/eunomia")).replace(".class", "").replace('/', '.'))));
        }
        return classes;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) write(test, result.getStatus().name(), result.getThrowable().map(TestRun::text).orElse(""));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write(test, "SKIPPED", reason);
    }

    private void write(TestIdentifier test, String status, String problem) {
        String name = test.getSource().map(source -> source instanceof MethodSource method ? method.getClassName() + "\t" + method.getMethodName() : null)
                .orElse(test.getUniqueId() + "\t" + test.getDisplayName());
        String line = name + "\t" + status + "\t" + problem.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        System.out.println(line.lines().findFirst().orElse("").split("\\\\n")[0]);
        try {
            Files.writeString(report, line + "\n", StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
