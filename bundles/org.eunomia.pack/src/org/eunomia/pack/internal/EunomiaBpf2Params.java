package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfSection;
import org.eunomia.elf.GlobalText;
import org.eunomia.elf.GlobalVariables;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;

/**
 * Makes params of the variables in the data sections of such a package. A value that the package gives to one is put into the object, so that a param's
 * default is what the object holds; the section {@code .bss} has no bytes to put it into, and its defaults are set by whoever loads the object.
 */
final class EunomiaBpf2Params {
    private static final String DUMMY = "__eunomia_dummy";

    private final JsonObject skeleton;
    private final Leftovers leftovers;
    private final Map<String, ParamSpec> globals = new HashMap<>();
    private final Set<String> volatiles = new HashSet<>();
    private final byte[] object;

    EunomiaBpf2Params(JsonObject skeleton, ObjectContents contents, byte[] object, Leftovers leftovers) throws OperationFailedException {
        this.skeleton = skeleton;
        this.leftovers = leftovers;
        this.object = object.clone();
        GlobalVariables.read(object).forEach(g -> globals.put(g.name(), g));
        contents.params().forEach(p -> volatiles.add(p.name()));
    }

    /** With the values that the package gives, once all params have been read. */
    byte[] object() {
        return object;
    }

    List<ParamSpec> read() throws OperationFailedException {
        List<ParamSpec> params = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonObject section : skeleton.objects("data_sections")) {
            String name = section.text("name");
            for (JsonObject v : section.objects("variables")) {
                if (v.text("name").startsWith(DUMMY) || !names.add(v.text("name"))) continue;
                ParamSpec param = param(v, name);
                if (param == null) continue;
                leftovers.of(v, "/params/" + params.size());
                params.add(param);
            }
        }
        return params;
    }

    /** Null for a variable that cannot be set and that the package says nothing of, such as a pointer or the format of a message. */
    private ParamSpec param(JsonObject in, String section) throws OperationFailedException {
        String name = in.text("name");
        in.text("type", "");
        JsonObject argument = in.objectOrEmpty("cmdarg");
        ParamSpec global = globals.get(name);
        boolean wanted = argument.has("default") || argument.has("long") || argument.has("short") || in.has("value");
        if (global == null || !global.section().equals(section) || section.startsWith(".rodata") && !volatiles.contains(name)) {
            if (!wanted) return null;
            if (global == null || !global.section().equals(section)) throw in.invalid("name", "the object has no variable \"" + name + "\" in section " + section + " that could be set", "");
        }
        String shortOption = argument.text("short", "");
        if (shortOption.codePointCount(0, shortOption.length()) > 1) throw argument.invalid("short", "expected one character, found " + JsonObject.shown(shortOption), "");
        String description = argument.text("help", in.text("description", ""));
        String longOption = argument.text("long", name);
        ParamSpec param = new ParamSpec(name, global.type(), global.section(), global.offset(), global.defaultValue(), description, longOption, shortOption);
        if (argument.has("default")) return set(param, argument, "default");
        return in.has("value") ? set(param, in, "value") : param;
    }

    private ParamSpec set(ParamSpec p, JsonObject in, String member) throws OperationFailedException {
        Object value = in.raw(member);
        if (value instanceof Map || value instanceof List) throw in.invalid(member, "expected a text, a number, true or false, found " + JsonObject.shown(value), "");
        byte[] bytes;
        try {
            bytes = GlobalText.parse(p, ParamDefault.read(value));
        } catch (OperationFailedException e) {
            String problem = e.failure() instanceof Failure.ParamInvalid f ? f.problem() : e.getMessage();
            throw in.invalid(member, "this is no value of a " + p.type().cName() + ": " + problem, e.failure().hint());
        }
        ElfSection section = ElfFile.parse(object).section(p.section()).orElseThrow();
        if (section.type() != ElfSection.NOBITS) System.arraycopy(bytes, 0, object, (int) section.offset() + p.offset(), bytes.length);
        return new ParamSpec(p.name(), p.type(), p.section(), p.offset(), GlobalText.format(p.type(), bytes), p.description(), p.longOption(), p.shortOption());
    }
}
