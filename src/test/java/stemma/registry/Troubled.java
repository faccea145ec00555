package stemma.registry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;
import stemma.store.Store;
import stemma.store.StoreException;

/// A store some of whose calls find damaged data.
final class Troubled {
    private Troubled() {}

    /// @param method the name of the method that fails
    /// @param fails whether it does, with these arguments
    static Store store(Store store, String method, Predicate<Object[]> fails) {
        InvocationHandler handler = (proxy, called, args) -> {
            if (called.getName().equals(method) && fails.test(args)) {
                throw new StoreException.Corrupt(store.uri(), method, "it is damaged");
            }
            if (called.isDefault() && called.getName().equals("appendAll")) {
                return InvocationHandler.invokeDefault(proxy, called, args);
            }
            try {
                return called.invoke(store, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, handler);
    }
}
