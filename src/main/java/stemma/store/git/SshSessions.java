package stemma.store.git;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.SshConstants;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.DefaultProxyDataFactory;
import org.eclipse.jgit.transport.sshd.IdentityPasswordProvider;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// SSH as its user has set it up in `~/.ssh`: keys, known hosts, configuration; or with the one key that the store names.
/// Remembers why it did not get in, since what the libraries say about that is no help.
final class SshSessions extends SshdSessionFactory {
    static final String KEY = "key";
    static final String PASSPHRASE = "passphrase";

    private final StoreUri uri;
    private final Opening opening;
    private final Optional<Path> key;
    private volatile Optional<Sentence> reason = Optional.empty();

    /// @throws StoreException.Unsupported when the key that the store names cannot be read
    SshSessions(StoreUri uri, Opening opening) {
        super(null, new DefaultProxyDataFactory());
        this.uri = uri;
        this.opening = opening;
        key = Optional.ofNullable(uri.options().get(KEY)).filter(file -> !file.isBlank()).map(SshSessions::readable);
        File home = new File(System.getProperty("user.home"));
        setHomeDirectory(home);
        setSshDirectory(new File(home, SshConstants.SSH_DIR));
    }

    private static Path readable(String file) {
        try {
            Path path = Path.of(file);
            if (Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // It is told like one that is not there.
        }
        throw new StoreException.Unsupported(Sentence.of("The SSH key \"{0}\" cannot be read.", file));
    }

    /// Why the last session did not come to be, if it did not, with a way out.
    Sentence reason() {
        return reason.or(() -> key.map(file -> Sentence.of(
                        "the server does not let in whoever has the SSH key {0}, or the file holds none that can be read."
                                + " The server has to know its public half.",
                        file)))
                .orElse(Sentence.of(
                        "the server does not let in whoever has the SSH keys in ~/.ssh. It has to know the public half of"
                                + " one of them; another one is named with the option \"key\"."));
    }

    void forgetReason() {
        reason = Optional.empty();
    }

    @Override
    protected String getDefaultPreferredAuthentications() {
        return "publickey";
    }

    @Override
    protected List<Path> getDefaultIdentities(File sshDirectory) {
        return key.map(List::of).orElseGet(() -> super.getDefaultIdentities(sshDirectory));
    }

    /// The store's key comes before those that the configuration names for its host.
    @Override
    protected SshConfigStore createSshConfigStore(File home, File file, String user) {
        SshConfigStore configured = super.createSshConfigStore(home, file, user);
        return key.<SshConfigStore>map(only -> new OneKey(configured, only)).orElse(configured);
    }

    /// A configuration with one key for every host.
    private record OneKey(SshConfigStore configured, Path key) implements SshConfigStore {
        @Override
        public HostConfig lookup(String host, int port, String user) {
            return withKey(configured.lookup(host, port, user));
        }

        @Override
        public HostConfig lookupDefault(String host, int port, String user) {
            return withKey(configured.lookupDefault(host, port, user));
        }

        private HostConfig withKey(HostConfig host) {
            List<String> file = List.of(key.toAbsolutePath().toString());
            return new HostConfig() {
                @Override
                public @Nullable String getValue(String name) {
                    return isIdentity(name) ? file.getFirst() : host.getValue(name);
                }

                @Override
                public @Nullable List<String> getValues(String name) {
                    return isIdentity(name) ? file : host.getValues(name);
                }

                @Override
                public Map<String, String> getOptions() {
                    return host.getOptions();
                }

                @Override
                public Map<String, List<String>> getMultiValuedOptions() {
                    Map<String, List<String>> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    options.putAll(host.getMultiValuedOptions());
                    options.put(SshConstants.IDENTITY_FILE, file);
                    return options;
                }
            };
        }

        private static boolean isIdentity(String name) {
            return SshConstants.IDENTITY_FILE.equalsIgnoreCase(name);
        }
    }

    @Override
    protected KeyPasswordProvider createKeyPasswordProvider(CredentialsProvider nobody) {
        return new IdentityPasswordProvider(nobody) {
            private boolean isTold;

            @Override
            protected char @Nullable [] getPassword(URIish file, String message) {
                Optional<Secret> passphrase = opening.secrets().find(uri, PASSPHRASE);
                isTold = passphrase.isPresent();
                if (!isTold) {
                    reason = Optional.of(Sentence.of(
                            "the SSH key {0} needs its passphrase; give it as the option \"passphrase\", or name an"
                                    + " environment variable that holds it with \"passphrase-env\".",
                            file.getPath()));
                }
                return passphrase.map(Secret::reveal).map(String::toCharArray).orElse(null);
            }

            /// The same passphrase would be wrong again.
            @Override
            public boolean keyLoaded(URIish file, int attempt, @Nullable Exception problem)
                    throws IOException, GeneralSecurityException {
                if (problem != null && isTold) {
                    reason = Optional.of(
                            Sentence.of("the passphrase does not open the SSH key {0}.", file.getPath()));
                    return false;
                }
                return super.keyLoaded(file, attempt, problem);
            }
        };
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File sshDirectory) {
        ServerKeyDatabase known = super.createServerKeyDatabase(home, sshDirectory);
        return new ServerKeyDatabase() {
            @Override
            public List<PublicKey> lookup(String host, InetSocketAddress address, Configuration configuration) {
                return known.lookup(host, address, configuration);
            }

            @Override
            public boolean accept(
                    String host,
                    InetSocketAddress address,
                    PublicKey shown,
                    Configuration configuration,
                    CredentialsProvider nobody) {
                List<PublicKey> expected = lookup(host, address, configuration);
                boolean accepted = known.accept(host, address, shown, configuration, nobody);
                if (!accepted) {
                    reason = Optional.of(expected.isEmpty() ? unknown(host, shown) : changed(host, shown));
                }
                return accepted;
            }
        };
    }

    private static Sentence unknown(String host, PublicKey shown) {
        return Sentence.of(
                "SSH does not know the server {0} yet. Connect to it once with the program ssh, or add its key to"
                        + " ~/.ssh/known_hosts, if its fingerprint is {1}.",
                host, KeyUtils.getFingerPrint(shown));
    }

    private static Sentence changed(String host, PublicKey shown) {
        return Sentence.of(
                "the server {0} shows another key than ~/.ssh/known_hosts has for it, with the fingerprint {1}. Somebody"
                        + " may stand between you and the server: ask its keeper, and only if the key was changed remove"
                        + " the old one from ~/.ssh/known_hosts (ssh-keygen -R).",
                host, KeyUtils.getFingerPrint(shown));
    }
}
