package stemma.store.git;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/// An SSH server with one repository, which lets in by keys.
final class SshHost implements AutoCloseable {
    /// Kept, since a logger that nobody keeps forgets its level.
    private static final Logger TALKATIVE = Logger.getLogger("org.apache.sshd.server");

    private final Path repository;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Set<PublicKey> letIn = new CopyOnWriteArraySet<>();
    private volatile KeyPair hostKey;
    private volatile Breaking breaking = Breaking.NEVER;

    SshHost(Path repository) throws Exception {
        TALKATIVE.setLevel(Level.WARNING);
        this.repository = repository;
        hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(_ -> List.of(hostKey));
        server.setPublickeyAuthenticator(
                (_, key, _) -> letIn.stream().anyMatch(known -> KeyUtils.compareKeys(known, key)));
        server.setCommandFactory((_, command) -> new Serving(command));
        server.start();
    }

    void letIn(PublicKey key) {
        letIn.add(key);
    }

    void letNobodyIn() {
        letIn.clear();
    }

    void breakAt(Breaking when) {
        breaking = when;
    }

    /// As if it were another machine.
    void changeHostKey() throws Exception {
        hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    }

    String address() {
        return "ssh://git@127.0.0.1:" + server.getPort() + "/prompts.git";
    }

    /// The line that `ssh` writes into `known_hosts`.
    String knownHost() {
        return "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    /// Writes a private key as `ssh-keygen` does.
    ///
    /// @param passphrase empty for a key that anybody can use
    static void write(KeyPair key, String passphrase, Path file) throws Exception {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(passphrase);
        encryption.setCipherType("256");
        encryption.setCipherMode("CTR");
        encryption.setKdfRounds(2); // a key that is quick to open
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                    key, "ada", passphrase.isEmpty() ? null : encryption, out);
        }
    }

    private final class Serving extends AbstractCommandSupport {
        Serving(String command) {
            super(command, null);
        }

        @Override
        public void run() {
            try (Repository git =
                    new FileRepositoryBuilder().setGitDir(repository.toFile()).build()) {
                if (getCommand().startsWith("git-upload-pack")) {
                    new UploadPack(git).upload(getInputStream(), getOutputStream(), getErrorStream());
                    onExit(0);
                } else {
                    receive(git);
                }
            } catch (IOException | IllegalStateException e) {
                onExit(1, "gone");
            }
        }

        private void receive(Repository git) throws IOException {
            ReceivePack receive = new ReceivePack(git);
            if (breaking == Breaking.BEFORE_WRITING) {
                receive.setPreReceiveHook((_, _) -> goAway());
            }
            ObjectId before = git.resolve("refs/heads/main");
            OutputStream out = new FilterOutputStream(getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    if (breaking == Breaking.AFTER_WRITING && !Objects.equals(before, git.resolve("refs/heads/main"))) {
                        goAway();
                    }
                    out.write(bytes, from, count);
                }
            };
            receive.receive(getInputStream(), out, getErrorStream());
            onExit(0);
        }

        private void goAway() {
            getServerSession().close(true);
            throw new IllegalStateException("this server goes away");
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
