package stemma.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stemma.settings.Home;
import stemma.settings.Setting;
import stemma.settings.Settings;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.sample.SampleRegistry;
import stemma.ui.common.Theme;

/// Data folders for windows under test. The samples are written once and copied, which is much faster.
final class SampleHome {
    private static @Nullable Path template;

    private SampleHome() {}

    /// A data folder as the second start finds it: with samples, light, at a fixed place of the screen.
    static Home at(Path folder) throws IOException {
        copy(template(), folder);
        return new Home(folder);
    }

    private static synchronized Path template() throws IOException {
        if (template == null) {
            Path made = Files.createTempDirectory("stemma-samples");
            Home home = new Home(made);
            try (Store store = embedded(home)) {
                SampleRegistry.fill(store, Clock.systemUTC());
            }
            set(home, settings -> {
                light(settings);
                settings.set(Remembered.WELCOMED, true);
            });
            template = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        }
        return template;
    }

    /// The settings of every window under test: light and named, whatever the machine says, and with a list so narrow
    /// that the history stands beside the text on the headless screen of 1000 pixels.
    static void light(Settings settings) {
        settings.set(Remembered.APPEARANCE, Theme.Appearance.LIGHT);
        settings.set(Settings.AUTHOR, "Ada");
        settings.set(Remembered.HEIGHT, 760.0);
        settings.set(Remembered.BROWSER_WIDTH, 250.0);
    }

    /// Changes the settings file while no window is open.
    static void set(Home home, Consumer<Settings> change) throws IOException {
        try (Settings settings = Settings.load(home.settingsFile())) {
            change.accept(settings);
        }
    }

    /// What the settings file says while no window is open.
    static <T> T get(Home home, Setting<T> setting) throws IOException {
        try (Settings settings = Settings.load(home.settingsFile())) {
            return settings.get(setting);
        }
    }

    /// The store in the data folder, for looking into it while no window is open.
    static Store embedded(Home home) {
        return Stores.discovered().open(StoreUri.of("h2", home.embeddedStore().toString()));
    }

    static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Path target = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else {
                Files.copy(each, target);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.toList().reversed()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
