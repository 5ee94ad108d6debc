package org.eunomia.ide.ui.internal.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.hooks.HookQuery;
import org.eunomia.ide.core.language.Hooks;
import org.eunomia.ide.core.language.Section;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.preferences.StoredPreferences;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** What the target's kernel has to attach to. A target that does not answer in time is not waited for; its answer is there the next time. */
final class TargetHooks implements Hooks {
    private static final long WAIT_MS = 2_500;
    private static final int KEPT = 200;

    private final Map<HookQuery, CompletableFuture<List<Hook>>> answers = new ConcurrentHashMap<>();

    @Override
    public List<Hook> of(Section section, String prefix) {
        Optional<HookKind> kind = kind(section);
        if (kind.isEmpty()) return List.of();
        String id = BuildPreferences.of(StoredPreferences.ofWorkspace()).verifyTarget();
        Target target = TargetRegistry.shared().find(id).orElse(Target.LOCAL);
        HookQuery query = HookQuery.of(target, kind.get(), "", prefix);
        if (answers.size() > KEPT) answers.clear();
        try {
            return answers.computeIfAbsent(query, this::ask).get(WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            answers.remove(query);
            return List.of();
        } catch (TimeoutException e) {
            return List.of();
        }
    }

    private CompletableFuture<List<Hook>> ask(HookQuery query) {
        CompletableFuture<List<Hook>> answer = new CompletableFuture<>();
        Job job = Job.createSystem("Asking " + query.target().name() + " for " + query.subject(), (ICoreRunnable) m -> {
            try {
                answer.complete(TargetRegistry.shared().service(query.target()).hooks(query.kind(), query.filter(), HookQuery.LIMIT).hooks().stream()
                        .map(h -> new Hook(query.chosen(h.name()), h.detail().isEmpty() ? String.join(", ", h.fields().stream().map(f -> f.name()).toList()) : h.detail())).toList());
            } catch (OperationFailedException | RuntimeException | LinkageError e) {
                answer.completeExceptionally(e);
            }
        });
        job.schedule();
        return answer;
    }

    private static Optional<HookKind> kind(Section section) {
        String name = section.kind();
        if (name.startsWith("ksyscall") || name.startsWith("kretsyscall")) return Optional.of(HookKind.SYSCALL);
        if (name.startsWith("uprobe") || name.startsWith("uretprobe")) return Optional.of(HookKind.UPROBE);
        if (name.startsWith("usdt")) return Optional.of(HookKind.LIBRARY);
        if (name.startsWith("iter")) return Optional.of(HookKind.ITERATOR);
        if (name.startsWith("lsm")) return Optional.of(HookKind.LSM);
        if (name.startsWith("kprobe") || name.startsWith("kretprobe")) return Optional.of(HookKind.KPROBE);
        if (name.matches("(?:fentry|fexit|fmod_ret).*")) return Optional.of(HookKind.FENTRY);
        if (name.equals("tp") || name.equals("tracepoint")) return Optional.of(HookKind.TRACEPOINT);
        return name.matches("(?:raw_tp|raw_tracepoint|tp_btf).*") ? Optional.of(HookKind.RAW_TRACEPOINT) : Optional.empty();
    }
}
