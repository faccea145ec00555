package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands say of a store that sends its changes by itself.
class GitCommandsTest {
    @TempDir
    Path folder;

    private Path remote;
    private Shell shell;

    @BeforeEach
    void cloned() throws Exception {
        remote = folder.resolve("remote.git");
        Git.init().setBare(true).setDirectory(remote.toFile()).call().close();
        Git.cloneRepository()
                .setURI(remote.toUri().toString())
                .setDirectory(folder.resolve("clone").toFile())
                .call()
                .close();
        shell = Shell.in(folder, "--store", "git:clone?push=auto");
    }

    @Test
    void whatIsSentNeedsNoWord() throws Exception {
        shell.pipe("Hello", "save", "greeting", "-").done();
        try (Git git = Git.open(remote.toFile())) {
            assertThat(git.branchList().call()).hasSize(1);
        }
    }

    @Test
    void aChangeThatCouldNotBeSentIsToldAndAFailure() throws Exception {
        shell.pipe("Hello", "save", "greeting", "-").done();
        Files.move(remote, folder.resolve("away.git"));
        Shell.Said said = shell.pipe("Hello again", "save", "greeting", "-");
        assertThat(said.failed(ExitCode.FAILED)).startsWith("What changed is kept here, but was not sent to origin/");
        assertThat(said.out()).isEqualTo("Saved greeting 1.0.1.\n");
        assertThat(shell.type("versions", "greeting").done()).contains("1.0.1");
    }

    @Test
    void aCopyThatCouldNotBeSentIsAFailureToo() throws Exception {
        shell.pipe("Hello", "save", "greeting", "-").done();
        Files.move(remote, folder.resolve("away.git"));
        Shell other = Shell.in(folder, "--store", "file:other");
        other.pipe("Sum", "save", "summary", "-").done();
        assertThat(other.type("copy", "--to", "git:clone?push=auto").failed(ExitCode.FAILED)).contains("was not sent");
    }

    /// As a build server checks out.
    @Test
    void aRepositoryWithoutABranchIsReadLikeAnyOther() throws Exception {
        shell.pipe("Hello", "save", "greeting", "-").done();
        try (Git git = Git.open(folder.resolve("clone").toFile())) {
            git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
        }
        assertThat(shell.type("get", "greeting", "--raw").done()).isEqualTo("Hello");
        assertThat(shell.type("list").done()).contains("greeting");
        assertThat(shell.pipe("Hello again", "save", "greeting", "-").failed(ExitCode.FAILED)).contains("detached");
        assertThat(shell.type("check").out()).contains("detached");
    }
}
