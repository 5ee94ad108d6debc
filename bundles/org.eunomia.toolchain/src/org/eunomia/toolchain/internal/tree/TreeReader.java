package org.eunomia.toolchain.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code -ast-dump=json} prints while it is printed. */
public final class TreeReader {
    /** Twice for each level of the tree: far deeper than people write, shallow enough for the stack. */
    private static final int DEPTH = 4_000;
    private static final JsonFactory JSON = JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build()).build();

    private final JsonParser in;
    /** clang names file and line only where they differ from those of the place before, whatever node that belongs to. */
    private String file = "";
    private int line;

    private TreeReader(JsonParser in) {
        this.in = in;
    }

    public static Tree read(InputStream json) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            return new TreeReader(in).unit();
        }
    }

    private Tree unit() throws IOException {
        Tree.Builder tree = new Tree.Builder();
        if (in.nextToken() == null) return tree.build();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            if (!field.equals("inner")) in.skipChildren();
            else while (in.nextToken() == JsonToken.START_OBJECT) tree.add(node());
        }
        return tree.build();
    }

    private Node node() throws IOException {
        String id = "";
        String kind = "";
        String name = "";
        String type = "";
        String detail = "";
        String[] target = {"", ""};
        Place place = Place.NONE;
        Place[] range = {Place.NONE, Place.NONE};
        List<Node> children = List.of();
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            switch (field) {
                case "id" -> id = in.getText();
                case "kind" -> kind = in.getText();
                case "name" -> name = in.getText();
                case "loc" -> place = place();
                case "range" -> range = range();
                case "type" -> type = type();
                case "argType" -> detail = type();
                case "opcode", "castKind", "tagUsed", "value" -> detail = in.getText();
                case "referencedDecl", "referencedMemberDecl", "ownedTagDecl", "decl" -> target = target(value);
                case "inner" -> children = children();
                default -> in.skipChildren();
            }
        }
        return new Node(id, kind, name, type, detail, target[0], target[1], place, range[0], range[1], children);
    }

    private List<Node> children() throws IOException {
        List<Node> children = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) children.add(node());
        return children;
    }

    private String type() throws IOException {
        String type = "";
        boolean resolved = false;
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            if (field.equals("desugaredQualType")) {
                type = in.getText();
                resolved = true;
            } else if (field.equals("qualType") && !resolved) {
                type = in.getText();
            } else {
                in.skipChildren();
            }
        }
        return type;
    }

    private String[] target(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) return new String[] {in.getText(), ""};
        String[] target = {"", ""};
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            if (field.equals("id")) target[0] = in.getText();
            else if (field.equals("name")) target[1] = in.getText();
            else in.skipChildren();
        }
        return target;
    }

    private Place[] range() throws IOException {
        Place[] range = {Place.NONE, Place.NONE};
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            Place place = place();
            if (field.equals("begin")) range[0] = place;
            else range[1] = place;
        }
        return range;
    }

    private Place place() throws IOException {
        int offset = -1;
        int column = 0;
        int length = 0;
        Place expansion = null;
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            switch (field) {
                case "offset" -> offset = in.getIntValue();
                case "file" -> file = in.getText();
                case "line" -> line = in.getIntValue();
                case "col" -> column = in.getIntValue();
                case "tokLen" -> length = in.getIntValue();
                case "spellingLoc" -> place();
                case "expansionLoc" -> expansion = place();
                default -> in.skipChildren();
            }
        }
        if (expansion != null) return expansion;
        return offset < 0 ? Place.NONE : new Place(file, offset, line, column, length);
    }
}
