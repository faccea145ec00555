package stemma.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// What `latest.md` in a prompt's folder is.
///
/// @param kind what lies there
/// @param target the name of the file it leads to, where it is a link of some kind
record LatestLink(Kind kind, Optional<String> target) {
    enum Kind {
        NONE,
        LINK,
        /// A file that holds the name of another one: what Git makes of a link where there are none.
        TEXT,
        /// Something that somebody else put there.
        FOREIGN
    }

    private static final int LONGEST_NAME = 80;

    static LatestLink read(Path folder) {
        Path file = folder.resolve(Names.LATEST);
        try {
            if (Files.isSymbolicLink(file)) {
                return of(Kind.LINK, Files.readSymbolicLink(file).toString());
            }
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new LatestLink(Kind.NONE, Optional.empty());
            }
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_NAME) {
                return of(Kind.TEXT, new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            // not to be read, so not to be written
        }
        return new LatestLink(Kind.FOREIGN, Optional.empty());
    }

    private static LatestLink of(Kind kind, String target) {
        Optional<String> name = versionFile(target);
        return new LatestLink(name.isPresent() ? kind : Kind.FOREIGN, name);
    }

    /// The version file that the bytes of a link lead to; empty when they are something else.
    static Optional<String> target(byte[] bytes) {
        return bytes.length > LONGEST_NAME
                ? Optional.empty()
                : versionFile(new String(bytes, StandardCharsets.UTF_8).strip());
    }

    private static Optional<String> versionFile(String target) {
        return Optional.of(target.startsWith("./") ? target.substring(2) : target)
                .filter(name -> Names.label(name).isPresent());
    }

    boolean isOurs() {
        return kind == Kind.LINK || kind == Kind.TEXT;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean shallChangeTo(String newest) {
        return kind != Kind.FOREIGN && !target.equals(Optional.of(newest));
    }
}
