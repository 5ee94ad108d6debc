package org.eunomia.toolchain.internal.flow;

import org.eunomia.toolchain.internal.tree.Place;

/**
 * A type that a value may have.
 *
 * @param type     as clang spells it, without qualifiers
 * @param distance how many steps the value takes from the call until it has that type
 * @param place    where it has it
 */
public record Candidate(String type, int distance, Place place) {
    Candidate farther(int steps) {
        return new Candidate(type, distance + steps, place);
    }
}
