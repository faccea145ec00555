package stemma.ui.common;

import java.util.function.Function;
import stemma.store.Store;
import stemma.store.StoreUri;

/// Another store that a screen works with beside the open one: opened for one piece of work and closed after it.
///
/// @param home the open store
/// @param resolver makes an address the same wherever it is typed
/// @param opener opens a store, and makes it when it is missing; blocks
/// @param looker opens a store to look at it only, and makes none; blocks
public record OtherStore(
        Store home,
        Function<StoreUri, StoreUri> resolver,
        Function<StoreUri, Store> opener,
        Function<StoreUri, Store> looker) {
    /// What is done with the other store; blocks.
    @FunctionalInterface
    public interface Use<T> {
        T with(Store other) throws Exception;
    }

    /// What an author typed, as an address.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it, fit to be shown
    public StoreUri parse(String address) {
        StoreUri uri = resolver.apply(StoreUri.parse(address.strip()));
        if (uri.equals(home.uri())) {
            throw new IllegalArgumentException(Messages.text("copy.sameStore"));
        }
        return uri;
    }

    /// Opens, looks and closes; blocks. One that is missing is empty, and stays missing.
    public <T> T look(StoreUri uri, Use<T> use) throws Exception {
        try (Store other = looker.apply(uri)) {
            return use.with(other);
        }
    }

    /// Opens, uses and closes; blocks.
    public <T> T use(StoreUri uri, Use<T> use) throws Exception {
        try (Store other = opener.apply(uri)) {
            return use.with(other);
        }
    }
}
