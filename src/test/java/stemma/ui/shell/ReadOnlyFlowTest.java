package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// A store that is open for reading only.
class ReadOnlyFlowTest {
    @TempDir
    Path folder;

    @Test
    void whatWritesIsNotOfferedAndSaysWhyBeforeItAsksAnything() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        String address = "file:" + folder.resolve("team");
        PromptId prompt = new PromptId("support/hello");
        try (Store store = Stores.discovered().open(StoreUri.parse(address))) {
            store.append(NewVersion.first(prompt, new VersionLabel("1.0.0"), Content.plain("Hello"), "ada", ""));
        }
        try (OpenWindow window = OpenWindow.start(home, Optional.of(address + "?readonly=true"))) {
            window.await("the store is open", () -> window.shell().view().isPresent());
            window.open("support/hello");
            window.awaitText("1 prompt · for reading only");
            window.keys("Shortcut+M");
            window.awaitText(Messages.text("shell.readOnly"));
            window.typeIntoPrompt("x");
            window.keys("Shortcut+S");
            Showcase.run(() -> window.view().rename(prompt));
            window.picture("read-only");
            window.choose("1.0.0");
            for (String act : List.of("Save version…", "Promote", "Tag", "Promote…", "Tag…")) {
                assertThat(window.button(act).isDisabled()).as(act).isTrue();
            }
            window.awaitText(Messages.text("notice.times", 3));
            window.press(window.find(ButtonBase.class, shown -> "Dismiss".equals(shown.getAccessibleText())));
            window.await("what is said thrice is dismissed at once", () -> !window.texts().contains("for reading only."));
            assertThat(window.hasButton("Cancel")).isFalse();
            assertThat(window.hasButton("Keep editing")).isFalse();
        }
    }
}
