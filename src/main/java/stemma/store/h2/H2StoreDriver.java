package stemma.store.h2;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Sentence;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Statistics;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.FileRestore;

/// Opens an H2 file, with or without its suffix `.mv.db`, and makes it when it is missing: `h2:PATH`. One process
/// at a time owns such a file.
public final class H2StoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "h2";
    }

    @Override
    public String title() {
        return "Embedded database (H2 file)";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "File", DriverOption.Kind.FILE, true, ""));
    }

    /// With the suffix of the file.
    @Override
    public String spelling(String location) {
        return location.endsWith(H2Database.SUFFIX) ? location : location + H2Database.SUFFIX;
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        return database(uri).open(opening.clock());
    }

    @Override
    public Optional<String> backupSuffix() {
        return Optional.of(".zip");
    }

    @Override
    public Statistics lookIntoBackup(StoreUri uri, Path backup, Opening opening) {
        return new FileRestore(uri, new H2Backups(uri, database(uri))).look(backup, opening.clock());
    }

    @Override
    public Optional<Path> restore(StoreUri uri, Path backup, Opening opening) {
        return new FileRestore(uri, new H2Backups(uri, database(uri))).run(backup, opening.clock());
    }

    private static H2Database database(StoreUri uri) {
        if (uri.location().isBlank()) {
            throw new StoreException.Unsupported(Sentence.of("An H2 store needs a file, such as \"h2:prompts\"."));
        }
        try {
            return new H2Database(uri, "", Path.of(uri.location()));
        } catch (InvalidPathException e) {
            throw new StoreException.Unsupported(Sentence.of("\"{0}\" is no path: {1}", uri.location(), e.getReason()));
        }
    }
}
