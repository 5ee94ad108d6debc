package org.eunomia.ide.core.hooks;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.Hooks;

/**
 * What became of a question.
 *
 * @param hooks   none when it failed
 * @param problem why it failed, null when it did not
 */
public record HookAnswer(HookQuery query, Hooks hooks, Failure problem) {
    private static final Hooks NONE = new Hooks(List.of(), 0);

    static HookAnswer found(HookQuery query, Hooks hooks) {
        return new HookAnswer(query, hooks, null);
    }

    static HookAnswer failed(HookQuery query, Failure problem) {
        return new HookAnswer(query, NONE, problem);
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(problem);
    }
}
