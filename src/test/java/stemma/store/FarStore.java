package stemma.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A store that can be taken away as a server that dies, and that counts what it is asked.
final class FarStore {
    private final Store store;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<StoreException> refusal = new AtomicReference<>();
    private volatile boolean away;

    FarStore(Store store) {
        this.store = store;
    }

    Store store() {
        return (Store) Proxy.newProxyInstance(
                FarStore.class.getClassLoader(), new Class<?>[] {Store.class}, (_, method, arguments) -> {
                    boolean isLocal = switch (method.getName()) {
                        case "uri", "capabilities", "can", "watch", "close", "awaySince" -> true;
                        default -> false;
                    };
                    if (!isLocal) {
                        calls.incrementAndGet();
                        if (away) {
                            throw new StoreException.Unreachable(store.uri(), "the server is away.");
                        }
                        StoreException refused = refusal.getAndSet(null);
                        if (refused != null) {
                            throw refused;
                        }
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    /// Lets the next call fail.
    void refuse(StoreException failure) {
        refusal.set(failure);
    }

    /// How many questions and writes reached it since this was asked last.
    int takeCalls() {
        return calls.getAndSet(0);
    }
}
