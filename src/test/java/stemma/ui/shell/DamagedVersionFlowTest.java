package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;

/// A version that is there and cannot be read is not passed over in silence.
class DamagedVersionFlowTest {
    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"en,Version 1.1.0 cannot be read:", "de,Version 1.1.0 kann nicht gelesen werden:"})
    void theHistorySaysWhichVersionCannotBeRead(String language, String told) throws Exception {
        Locale.setDefault(Locale.of(language));
        PromptId prompt = new PromptId("greeting");
        VersionLabel first = new VersionLabel("1.0.0");
        Path prompts = Files.createDirectory(folder.resolve("prompts"));
        StoreUri address = StoreUri.of("loom", prompts.toString());
        try (Store store = Stores.discovered().open(address)) {
            store.append(NewVersion.first(prompt, first, Content.plain("Hello"), "", ""));
            store.append(NewVersion.onTop(
                    prompt, first, new VersionLabel("1.1.0"), Content.plain("Hello there"), "", ""));
        }
        Files.writeString(prompts.resolve("greeting_1.1.0.json"), "{");
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.shell().stores().open(address.toString()));
            window.await("the store is open", () -> window.shell().workspace().isPresent()
                    && window.store().uri().scheme().equals("loom"));
            window.open("greeting");
            window.awaitText(told);
            window.awaitText("greeting_1.1.0.json");
            assertThat(Showcase.call(() -> window.versions().getItems())).hasSize(1);
            window.pictures("damaged-version-" + language);
        }
    }

    @Test
    void aPromptWithoutDamageSaysNothing() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            window.versions();
            assertThat(window.texts()).doesNotContain("cannot be read");
        }
    }
}
