package stemma.ui.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.URIish;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Two people, each with a clone on the disk, and the bare repository that both send to. It holds one prompt with one
/// version at first.
public final class TwoClones implements AutoCloseable {
    public static final PromptId GREETING = new PromptId("support/greeting");
    public static final PromptId SUMMARY = new PromptId("writing/summary");

    public final Store ada;
    public final Store bob;
    private final Path folder;

    /// @param folder an empty one
    public TwoClones(Path folder) throws Exception {
        this.folder = folder;
        Git.init()
                .setBare(true)
                .setDirectory(folder.resolve("remote.git").toFile())
                .setInitialBranch("main")
                .call()
                .close();
        try (Git git = Git.init()
                .setDirectory(folder.resolve("ada").toFile())
                .setInitialBranch("main")
                .call()) {
            git.remoteAdd().setName("origin").setUri(new URIish(remote())).call();
        }
        ada = open("ada");
        first(ada, GREETING, "Hello {{name}}, how can I help?");
        ada.synchronising().push();
        Git.cloneRepository()
                .setURI(remote())
                .setDirectory(folder.resolve("bob").toFile())
                .call()
                .close();
        bob = open("bob");
    }

    private Store open(String clone) {
        return Stores.discovered().open(address(clone));
    }

    public String remote() {
        return folder.resolve("remote.git").toUri().toString().replaceFirst("/$", "");
    }

    /// The address of a clone.
    public StoreUri address(String clone) {
        return StoreUri.of("git", folder.resolve(clone).toString());
    }

    /// Takes the other side away.
    public void loseRemote() throws Exception {
        Files.move(folder.resolve("remote.git"), folder.resolve("elsewhere.git"));
    }

    /// Makes a branch where a clone is, and sends it.
    public void branch(String clone, String name) throws Exception {
        try (Git git = Git.open(folder.resolve(clone).toFile())) {
            git.branchCreate().setName(name).call();
            git.push().setRemote("origin").add(name).call();
        }
    }

    public static void first(Store store, PromptId prompt, String text) {
        store.append(NewVersion.first(prompt, VersionLabel.FIRST, Content.plain(text), "ada", "Begin"));
    }

    public static void onTop(Store store, String base, String label, String author, String text) {
        store.append(NewVersion.onTop(
                GREETING, new VersionLabel(base), new VersionLabel(label), Content.plain(text), author, "Warmer"));
    }

    public static void promote(Store store, String label) {
        Optional<VersionLabel> from =
                Optional.ofNullable(store.find(GREETING).orElseThrow().stages().get(Stage.PRODUCTION));
        store.promote(new Promotion(
                GREETING, Stage.PRODUCTION, from, Optional.of(new VersionLabel(label)), Act.by("grace", "")));
    }

    public static void pull(Store store) {
        store.synchronising().fetch();
        store.synchronising().merge(Map.of());
    }

    public static String text(Store store, String label) {
        return store.get(GREETING, new VersionLabel(label)).content().messages().getFirst().text();
    }

    /// Ada sends a version and a promotion; Bob has another version of that label, and the stage at it.
    public void makeClashes() {
        onTop(ada, "1.0.0", "1.1.0", "ada", "Hello {{name}}, what can we do for you today?");
        promote(ada, "1.0.0");
        ada.synchronising().push();
        onTop(bob, "1.0.0", "1.1.0", "bob", "Hi {{name}}, how can I help you?");
        promote(bob, "1.1.0");
    }

    @Override
    public void close() {
        ada.close();
        bob.close();
    }
}
