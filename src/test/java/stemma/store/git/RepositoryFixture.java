package stemma.store.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Secrets;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Synchronising;
import stemma.store.file.QuickFolder;

/// Repositories to play with, and the words that their tests share.
abstract class RepositoryFixture {
    static final PromptId GREETING = new PromptId("support/greeting");
    static final PromptId SUMMARY = new PromptId("writing/summary");
    static final VersionLabel V1 = label("1.0.0");
    static final VersionLabel V2 = label("1.1.0");
    static final VersionLabel V3 = label("1.2.0");

    @TempDir(factory = QuickFolder.class)
    Path folder;

    private final List<Store> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(Store::close);
    }

    static VersionLabel label(String text) {
        return new VersionLabel(text);
    }

    Store open(String address) {
        return open(address, Secrets.NONE);
    }

    Store open(String address, Secrets secrets) {
        Store store = new GitStoreDriver()
                .open(StoreUri.parse(address), new Opening(Clock.systemUTC(), secrets, folder.resolve("data")));
        opened.add(store);
        return store;
    }

    /// A repository in a folder of this name.
    Store repository(String name) {
        return open("git:" + folder.resolve(name));
    }

    /// A bare repository on the disk that others clone and send to.
    String bare(String name) throws Exception {
        Path place = folder.resolve(name);
        Git.init().setBare(true).setDirectory(place.toFile()).setInitialBranch("main").call().close();
        return place.toUri().toString().replaceFirst("/$", "");
    }

    /// A clone of that in a folder of its own, as somebody else has it.
    Store clone(String remote, String name) throws Exception {
        try (Git git = Git.init()
                .setDirectory(folder.resolve(name).toFile())
                .setInitialBranch("main")
                .call()) {
            git.remoteAdd().setName("origin").setUri(new URIish(remote)).call();
        }
        Store store = repository(name);
        pull(store);
        return store;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    static void first(Store store, PromptId id, String label, String text) {
        store.append(NewVersion.first(id, label(label), Content.plain(text), "ada", "Begin"));
    }

    static void onTop(Store store, PromptId id, String base, String label, String text) {
        store.append(NewVersion.onTop(id, label(base), label(label), Content.plain(text), "ada", "More"));
    }

    static void promote(Store store, String from, String to) {
        store.promote(new Promotion(
                GREETING,
                Stage.PRODUCTION,
                Optional.of(from).filter(text -> !text.isEmpty()).map(VersionLabel::new),
                Optional.of(to).filter(text -> !text.isEmpty()).map(VersionLabel::new),
                Act.by("grace", "It reads better")));
    }

    static void tag(Store store, String label, String... tags) {
        store.setTags(GREETING, label(label), Set.of(tags));
    }

    static List<String> ids(Store store) {
        return store.list(Query.all()).items().stream().map(PromptSummary::id).map(PromptId::value).toList();
    }

    static List<String> labels(Store store, PromptId id) {
        return store.versions(id).stream().map(info -> info.label().value()).toList();
    }

    static String text(Store store, PromptId id, String label) {
        return store.get(id, label(label)).content().messages().getFirst().text();
    }

    static Synchronising.Merged pull(Store store) {
        store.synchronising().fetch();
        return store.synchronising().merge(Map.of());
    }

    static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /// What the git program says in a folder, with standard error behind it.
    String git(String where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Linus", "-c", "user.email=l@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.resolve(where).toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }
}
