package org.eunomia.ide.core.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.ide.core.targets.Target;
import org.junit.jupiter.api.Test;

class HookSearchTest {
    private final List<Runnable> started = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<HookAnswer> answers = new ArrayList<>();
    private int givenUp;
    private Failure failure;
    private final HookSearch search = new HookSearch(this::service, (title, question) -> {
        titles.add(title);
        started.add(question);
        return () -> givenUp++;
    }, answers::add);

    private TrackerService service(Target target) throws OperationFailedException {
        if (failure != null) throw new OperationFailedException(failure);
        return (TrackerService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TrackerService.class}, (proxy, method, arguments) -> hooks((String) arguments[1]));
    }

    private static Hooks hooks(String filter) {
        return new Hooks(List.of(new Hook(HookKind.LSM, filter + "_found", "", List.of())), 1);
    }

    private static HookQuery query(String filter) {
        return new HookQuery(Target.LOCAL, HookKind.LSM, filter);
    }

    @Test
    void handsOverTheAnswer() {
        search.ask(query("open"));
        started.getFirst().run();
        assertEquals(List.of(HookAnswer.found(query("open"), hooks("open"))), answers);
        assertEquals(List.of("Asking Local for security hooks"), titles);
    }

    @Test
    void onlyTheLatestQuestionCounts() {
        search.ask(query("o"));
        search.ask(query("op"));
        assertEquals(1, givenUp);
        started.reversed().forEach(Runnable::run);
        assertEquals(List.of(query("op")), answers.stream().map(HookAnswer::query).toList());
    }

    @Test
    void theSameQuestionIsAskedOnce() {
        search.ask(query("o"));
        search.ask(query("o"));
        assertEquals(1, started.size());
        search.askAgain();
        assertEquals(2, started.size());
    }

    @Test
    void aRefusalIsAnAnswer() {
        failure = new Failure.NotPermitted("list hooks", "operator", "");
        search.ask(query("o"));
        started.getFirst().run();
        assertEquals(Optional.of(failure), answers.getFirst().failure());
        assertEquals(List.of(), answers.getFirst().hooks().hooks());
    }

    @Test
    void isSilentOnceClosed() {
        search.ask(query("o"));
        search.close();
        started.getFirst().run();
        search.ask(query("p"));
        assertEquals(List.of(), answers);
        assertEquals(1, started.size());
    }

    @Test
    void aFunctionOfAProgramIsFoundInTwoSteps() {
        HookQuery program = HookQuery.of(Target.LOCAL, HookKind.UPROBE, "", "bash");
        assertEquals(new HookQuery(Target.LOCAL, HookKind.LIBRARY, "bash"), program);
        assertEquals("/usr/bin/bash:", program.chosen("/usr/bin/bash"));
        HookQuery function = HookQuery.of(Target.LOCAL, HookKind.UPROBE, "", "/usr/bin/bash:read");
        assertEquals(new HookQuery(Target.LOCAL, HookKind.UPROBE, "/usr/bin/bash:read"), function);
        assertEquals("functions of /usr/bin/bash", function.subject());
        assertEquals("/usr/bin/bash:readline", function.chosen("/usr/bin/bash:readline"));
    }

    @Test
    void whatTheTemplateCannotUseIsNotAskedFor() {
        assertEquals("4 conn", HookQuery.of(Target.LOCAL, HookKind.CGROUP, "4", "conn").filter());
        assertEquals("4", HookQuery.of(Target.LOCAL, HookKind.CGROUP, "4", "").filter());
    }

    @Test
    void oneIsNotMany() {
        HookQuery functions = new HookQuery(Target.LOCAL, HookKind.UPROBE, "/lib/hooks.so:x");
        assertEquals("1 function of /lib/hooks.so", functions.count(1));
        assertEquals("2 functions of /lib/hooks.so", functions.count(2));
        assertEquals(List.of("1 tracepoint", "1 system call", "1 kernel function", "1 security hook", "1 hook of control groups", "1 program or library"),
                Stream.of(HookKind.TRACEPOINT, HookKind.SYSCALL, HookKind.FENTRY, HookKind.LSM, HookKind.CGROUP, HookKind.LIBRARY).map(k -> new HookQuery(Target.LOCAL, k, "").count(1)).toList());
    }
}
