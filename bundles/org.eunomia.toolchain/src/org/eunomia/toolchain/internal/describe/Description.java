package org.eunomia.toolchain.internal.describe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfSection;
import org.eunomia.elf.GlobalText;
import org.eunomia.elf.ObjectContents;
import org.eunomia.elf.ObjectStripper;
import org.eunomia.toolchain.internal.code.HelperCalls;
import org.eunomia.toolchain.internal.comments.Comment;
import org.eunomia.toolchain.internal.flow.Handover;
import org.eunomia.toolchain.internal.flow.Handover.Role;
import org.eunomia.toolchain.internal.layout.Companion.Layout;
import org.eunomia.toolchain.internal.layout.Layouts;
import org.eunomia.toolchain.internal.loss.LossCounters;

/** Puts together what an object and its source say. */
public final class Description {
    private static final int MAP_DELETE = 3;
    private static final Set<String> BUFFERS = Set.of("ringbuf", "perf_event_array");

    private final SourceFacts source;
    private final Layouts layouts;
    private final byte[] object;
    private final ElfFile file;
    private final ObjectContents contents;
    private final CallSizes calls;
    private final TypeNotes notes;
    private final Findings findings;

    public Description(SourceFacts source, Layouts layouts, byte[] object) throws OperationFailedException {
        this.source = source;
        this.layouts = layouts;
        this.object = object;
        this.file = ElfFile.parse(object);
        this.contents = ObjectContents.read(object);
        this.calls = new CallSizes(HelperCalls.read(file));
        this.notes = new TypeNotes(source.records(), source.comments());
        this.findings = new Findings(source.folder());
        contents.notices().forEach(findings::notice);
    }

    public List<String> notices() {
        return findings.notices();
    }

    public List<String> evidence() {
        return findings.evidence();
    }

    public Package pack(String name, boolean sourceText) throws OperationFailedException {
        List<MapSpec> maps = maps();
        List<ParamSpec> params = params();
        Programs annotations = new Programs(findings);
        List<ProgramSpec> programs = contents.programs().stream().map(p -> annotations.annotated(p, source.commentAtProgram(p.name()))).toList();
        Doc doc = source.doc();
        boolean globals = file.sections().stream().anyMatch(s -> s.name().startsWith(".rodata") || s.name().startsWith(".data") || s.name().startsWith(".bss"));
        return new Package(Package.Format.EUNOMIA_1, name, doc.version(), doc.description(), contents.license(), ObjectStripper.reduce(object, sourceText), programs, maps,
                params, Requires.of(contents.programs(), maps, calls.calls(), globals, relocates()), List.of(), Map.of());
    }

    /** Whether the kernel's own types are needed for loading. */
    private boolean relocates() {
        Optional<ElfSection> section = file.section(".BTF.ext");
        if (section.isEmpty() || section.get().data().limit() < 32) return false;
        ByteBuffer in = section.get().content();
        return in.getInt(4) >= 32 && in.getInt(28) > 0;
    }

    private List<MapSpec> maps() throws OperationFailedException {
        List<String> buffers = contents.maps().stream().filter(m -> BUFFERS.contains(m.type())).map(MapSpec::name).toList();
        Map<String, List<Integer>> losses = LossCounters.find(file, buffers);
        boolean anyEvents = buffers.stream().anyMatch(this::isWritten);
        EventTypes types = new EventTypes(layouts, notes, source.tagged(), source.own(), calls, findings);
        MapOutputs outputs = new MapOutputs(findings);
        boolean anyChanges = contents.maps().stream().anyMatch(m -> use(m.name()).changed() && !use(m.name()).deleted());
        List<MapSpec> maps = new ArrayList<>();
        for (MapSpec m : contents.maps()) {
            MapSpec typed = typed(m);
            Output output = outputs.annotated(typed, source.commentAtMap(m.name())).or(() -> special(typed, types))
                    .orElseGet(() -> anyEvents || !source.isKnown() ? new Output.None() : outputs.counted(typed, source.commentAtMap(m.name()), use(m.name()), anyChanges));
            maps.add(new MapSpec(m.name(), m.type(), m.maxEntries(), typed.key(), typed.value(), output, losses.getOrDefault(m.name(), List.of())));
        }
        return maps;
    }

    /** What buffers and stacks show, empty for other maps. */
    private Optional<Output> special(MapSpec m, EventTypes types) {
        if (m.type().equals("stack_trace")) return Optional.of(new Output.Stacks());
        if (!BUFFERS.contains(m.type())) return Optional.empty();
        if (!source.isKnown()) return Optional.of(m.output());
        if (!isWritten(m.name())) {
            findings.evidence("map " + m.name() + " is not shown: no program writes to it");
            return Optional.of(new Output.None());
        }
        return Optional.of(types.of(m.name(), m.type().equals("perf_event_array"), source.tags(m.name()), source.handovers(m.name(), Role.EVENT)));
    }

    private boolean isWritten(String map) {
        return !source.handovers(map, Role.EVENT).isEmpty() || calls.writes(map);
    }

    private MapOutputs.MapUse use(String map) {
        List<Handover> values = source.handovers(map, Role.VALUE);
        boolean lookedUp = values.stream().anyMatch(h -> h.helper().equals("bpf_map_lookup_elem"));
        boolean changed = values.stream().anyMatch(h -> h.helper().equals("bpf_map_lookup_elem") && h.written());
        boolean replaced = values.stream().anyMatch(h -> h.helper().equals("bpf_map_update_elem"));
        boolean deleted = calls.uses(map, MAP_DELETE) || source.handovers(map, Role.KEY).stream().anyMatch(h -> h.helper().equals("bpf_map_delete_elem"));
        return new MapOutputs.MapUse(changed, replaced, replaced && lookedUp && !changed, deleted);
    }

    /** With key and value as the object has them, else as the program uses them. */
    private MapSpec typed(MapSpec m) {
        Type key = m.key() != null ? m.key() : used(m, Role.KEY);
        Type value = m.value() != null ? m.value() : used(m, Role.VALUE);
        return new MapSpec(m.name(), m.type(), m.maxEntries(), key == null ? null : notes.annotated(key), value == null ? null : notes.annotated(value), m.output(), List.of());
    }

    private Type used(MapSpec m, Role role) {
        for (Handover h : source.handovers(m.name(), role)) {
            for (var c : h.candidates()) {
                Optional<Layout> layout = layouts.find(c.type());
                if (layout.isEmpty()) continue;
                findings.evidence("map " + m.name() + ": its " + role.name().toLowerCase() + "s are " + c.type() + ", the pointer at " + c.place());
                return layout.get().schema().type();
            }
        }
        return null;
    }

    private List<ParamSpec> params() throws OperationFailedException {
        Map<String, Comment> comments = new HashMap<>();
        for (ParamSpec p : contents.params()) comments.put(p.name(), source.commentAtVariable(p.name()));
        Params params = new Params(comments, findings);
        Map<String, String> defaults = params.defaults(contents.params());
        List<ParamSpec> all = new ArrayList<>();
        for (ParamSpec p : params.describe(contents.params())) all.add(defaults.containsKey(p.name()) ? withDefault(p, defaults.get(p.name())) : p);
        return all;
    }

    /** Writes the default that an annotation gives into the object, so that there is one truth. */
    private ParamSpec withDefault(ParamSpec p, String value) {
        try {
            byte[] bytes = GlobalText.parse(p, value);
            ElfSection section = file.section(p.section()).orElseThrow();
            System.arraycopy(bytes, 0, object, (int) section.offset() + p.offset(), bytes.length);
            return new ParamSpec(p.name(), p.type(), p.section(), p.offset(), GlobalText.format(p.type(), bytes), p.description(), p.longOption(), p.shortOption());
        } catch (OperationFailedException e) {
            findings.notice("the default in the annotation of " + p.name() + " is ignored: " + e.failure().summary());
            return p;
        }
    }
}
