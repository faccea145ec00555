package stemma.store;

import java.util.Map;
import java.util.Optional;

/// Where stores get their secrets from; an address never holds one. Safe for concurrent use.
@FunctionalInterface
public interface Secrets {
    /// What is added to a secret option's name to say which environment variable holds it:
    /// `postgres://db/prompts?password-env=PGPASSWORD`.
    String VARIABLE_SUFFIX = "-env";

    /// Knows none.
    Secrets NONE = (store, option) -> Optional.empty();

    /// The secret of one option of one store. May block, for instance while the system's keychain asks its user.
    ///
    /// @param option the name of a [DriverOption] of kind [DriverOption.Kind#SECRET]
    /// @return empty when none is known
    Optional<Secret> find(StoreUri store, String option);

    /// Looks here first, then there.
    default Secrets or(Secrets other) {
        return (store, option) -> find(store, option).or(() -> other.find(store, option));
    }

    /// Secrets in the environment variables that an address names.
    static Secrets inEnvironment(Map<String, String> variables) {
        return (store, option) -> Optional.ofNullable(store.options().get(option + VARIABLE_SUFFIX))
                .map(variables::get)
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }
}
