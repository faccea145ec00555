package stemma.keychain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import stemma.store.Secret;
import stemma.prompt.Sentence;

/// A keychain for tests, which can be taken away.
public final class MemoryKeychain implements Keychain {
    private final Map<String, Secret> secrets = new TreeMap<>();
    private boolean available = true;

    public void lock() {
        available = false;
    }

    public Set<String> names() {
        return secrets.keySet();
    }

    private void require() {
        if (!available) {
            throw new KeychainException(Sentence.from("This keychain is locked."));
        }
    }

    @Override
    public Optional<Secret> find(String name) {
        require();
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keep(String name, Secret secret) {
        require();
        secrets.put(name, secret);
    }

    @Override
    public void forget(String name) {
        require();
        secrets.remove(name);
    }
}
