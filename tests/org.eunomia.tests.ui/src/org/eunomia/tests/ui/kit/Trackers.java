package org.eunomia.tests.ui.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eunomia.ide.core.project.TrackerProject;

/** A project of trackers in the workspace under test. */
public record Trackers(TrackerProject tracker) {
    /** A program that every kernel takes. */
    public static final String HELLO = """
            #include "vmlinux.h"
            #include <bpf/bpf_helpers.h>

            char LICENSE[] SEC("license") = "GPL";

            SEC("tp/syscalls/sys_enter_getppid")
            int hello(void *ctx)
            {
            	bpf_printk("hello");
            	return 0;
            }
            """;

    /** Made of a folder of {@code bpf-scaffold/examples}. */
    public static Trackers example(String name) throws CoreException, IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> list = Files.list(Path.of(System.getProperty("eunomia.checkout"), "bpf-scaffold", "examples", name))) {
            for (Path file : (Iterable<Path>) list.filter(Files::isRegularFile)::iterator) files.put(file.getFileName().toString(), Files.readString(file));
        }
        return named(name, files);
    }

    public static Trackers of(Map<String, String> files) throws CoreException {
        return named("trackers", files);
    }

    public static Trackers named(String name, Map<String, String> files) throws CoreException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((file, text) -> contents.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return new Trackers(TrackerProject.create(name, null, contents, null));
    }

    public IProject project() {
        return tracker.project();
    }

    public IFile file(String path) {
        return project().getFile(IPath.fromPortableString(path));
    }

    public String text(IFile file) throws CoreException {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }

    public void write(IFile file, String text) throws CoreException {
        file.setContents(text.getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);
    }

    public static List<IMarker> markers(IResource resource, String type) throws CoreException {
        return Arrays.asList(resource.findMarkers(type, true, IResource.DEPTH_INFINITE));
    }

    public IMarker awaitMarker(IResource resource, String type) {
        return Ui.awaitPresent("a marker on " + resource.getName(), () -> markers(resource, type).stream().findFirst());
    }
}
