package stemma.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stemma.keychain.Keychain;
import stemma.keychain.StoreSecrets;
import stemma.settings.Connections;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// The secrets of the stores that the window remembers, for commands. The settings are read, and a keychain is made,
/// when a store asks for a secret first, which most never do. Safe for concurrent use.
public final class CommandSecrets implements Secrets {
    private final Home home;
    private final Supplier<Keychain> maker;
    private final Function<String, Optional<Secret>> ask;
    private @Nullable Keychain keychain;

    /// @param keychain called once at most
    /// @param ask asks a person with the given words; empty when nobody can be asked
    public CommandSecrets(Home home, Supplier<Keychain> keychain, Function<String, Optional<Secret>> ask) {
        this.home = home;
        this.maker = keychain;
        this.ask = ask;
    }

    /// Asks on the terminal that the process was started in. What is typed does not show.
    ///
    /// @return empty when there is none, or input or output leads elsewhere
    public static Optional<Secret> askOnTerminal(String words) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s ", words);
        return Optional.ofNullable(typed).map(String::new).map(Secret::new);
    }

    /// Knows nothing when the address names an environment variable.
    ///
    /// @throws StoreException.Denied when it must be typed and nobody is there to do so, or the keychain does not answer
    @Override
    public Optional<Secret> find(StoreUri store, String option) {
        if (store.options().containsKey(option + VARIABLE_SUFFIX)) {
            return Optional.empty();
        }
        try {
            Connections connections = new Connections(Settings.load(home.settingsFile()));
            return StoreSecrets.of(connections, keychain(), this::asked).find(store, option);
        } catch (IOException e) {
            throw new StoreException.Denied(store, "where its secrets are cannot be read: " + e.getMessage(), e);
        }
    }

    private synchronized Keychain keychain() {
        Keychain known = keychain == null ? maker.get() : keychain;
        keychain = known;
        return known;
    }

    private Optional<Secret> asked(StoreUri store, String option) {
        Optional<Secret> typed = ask.apply("The " + option + " of " + Output.harmless(store.toString()) + ":");
        if (typed.isEmpty()) {
            throw new StoreException.Denied(
                    store,
                    "its " + option + " is to be typed, and there is no terminal; let the address name an environment"
                            + " variable that holds it, with " + option + VARIABLE_SUFFIX + "=VARIABLE",
                    new IOException("no terminal"));
        }
        return typed;
    }
}
