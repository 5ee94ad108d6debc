package org.eunomia.ide.core.internal.targets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetSecrets;
import org.eunomia.ide.core.targets.TargetStore;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Names and addresses lie in the preferences of the workspace, secrets in the secure storage of the user. */
public final class EquinoxStore implements TargetStore {
    private static final String SECURE_NODE = "/org.eunomia/targets/";

    private static Preferences node() {
        return InstanceScope.INSTANCE.getNode("org.eunomia.ide.core").node("targets");
    }

    @Override
    public List<Target> targets() {
        record Placed(int place, Target target) { }
        List<Placed> found = new ArrayList<>();
        try {
            for (String id : node().childrenNames()) {
                Preferences p = node().node(id);
                if (!p.get("endpoint", "").isEmpty()) found.add(new Placed(p.getInt("place", 0), new Target(id, p.get("name", id), Target.Kind.REMOTE, p.get("endpoint", ""))));
            }
        } catch (BackingStoreException e) {
            return List.of();
        }
        return found.stream().sorted(Comparator.comparingInt(Placed::place)).map(Placed::target).toList();
    }

    @Override
    public void write(List<Target> targets) throws OperationFailedException {
        Preferences all = node();
        try {
            for (String id : all.childrenNames()) if (targets.stream().noneMatch(t -> t.id().equals(id))) all.node(id).removeNode();
            for (int i = 0; i < targets.size(); i++) {
                Preferences p = all.node(targets.get(i).id());
                p.put("name", targets.get(i).name());
                p.put("endpoint", targets.get(i).endpoint());
                p.putInt("place", i);
            }
            all.flush();
        } catch (BackingStoreException e) {
            throw failure("the preferences of this workspace", e);
        }
    }

    @Override
    public TargetSecrets secrets(Target target) throws OperationFailedException {
        if (!storage().nodeExists(SECURE_NODE + target.id())) return TargetSecrets.NONE;
        ISecurePreferences p = storage().node(SECURE_NODE + target.id());
        try {
            return new TargetSecrets(p.get("token", ""), p.get("authorities", ""), p.get("certificate", ""), p.get("key", ""));
        } catch (StorageException e) {
            throw failure("the secure storage", e);
        }
    }

    @Override
    public void write(Target target, TargetSecrets secrets) throws OperationFailedException {
        try {
            if (secrets.equals(TargetSecrets.NONE)) {
                if (!storage().nodeExists(SECURE_NODE + target.id())) return;
                storage().node(SECURE_NODE + target.id()).removeNode();
            } else {
                ISecurePreferences p = storage().node(SECURE_NODE + target.id());
                p.put("token", secrets.token(), true);
                p.put("authorities", secrets.authorities(), true);
                p.put("certificate", secrets.certificate(), true);
                p.put("key", secrets.key(), true);
            }
            storage().flush();
        } catch (StorageException | IOException e) {
            throw failure("the secure storage", e);
        }
    }

    private static ISecurePreferences storage() throws OperationFailedException {
        ISecurePreferences storage = SecurePreferencesFactory.getDefault();
        if (storage == null) throw new OperationFailedException(new Failure.Unavailable("the secure storage", "it cannot be opened", "is ~/.eclipse writable?"));
        return storage;
    }

    private static OperationFailedException failure(String what, Exception e) {
        return new OperationFailedException(new Failure.Unavailable(what, String.valueOf(e.getMessage()), ""), e);
    }
}
