package stemma.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import stemma.files.DurableFiles;
import stemma.prompt.Json;
import stemma.prompt.JsonException;

/// The settings file: one JSON object. Changes are written together a moment after the last one, and on close. A member
/// this version does not know is kept. Safe for concurrent use.
public final class Settings implements AutoCloseable {
    /// The name that versions and moves are recorded with; empty for the system's user name.
    public static final Setting<String> AUTHOR = Setting.text("author", "");
    /// The address of the store that the window opened last; empty for the embedded one.
    public static final Setting<String> STORE = Setting.text("store", "");

    private static final long WRITE_DELAY_MILLIS = 500;

    private final Path file;
    private final Map<String, Json> members;
    private final Optional<Path> setAside;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());
    private boolean writePending;

    private Settings(Path file, Map<String, Json> members, Optional<Path> setAside) {
        this.file = file;
        this.members = members;
        this.setAside = setAside;
    }

    /// Reads the settings; a missing file means defaults. A file that is no JSON is set aside under another name, so
    /// that nothing an author wrote into it is lost, and defaults hold.
    ///
    /// @throws IOException when the file is there but cannot be read or set aside
    public static Settings load(Path file) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        Optional<Path> setAside = Optional.empty();
        try {
            members.putAll(Json.parseObject(Files.readString(file)).members());
        } catch (NoSuchFileException _) {
            // the first start
        } catch (JsonException | CharacterCodingException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            setAside = Optional.of(aside);
            System.getLogger(Settings.class.getName())
                    .log(System.Logger.Level.WARNING, file + " cannot be read and was set aside as " + aside, e);
        }
        return new Settings(file, members, setAside);
    }

    /// Where a file that could not be read is now; empty when it was read.
    public Optional<Path> setAside() {
        return setAside;
    }

    /// What is set; the default where nothing is, or nothing that makes sense.
    public synchronized <T> T get(Setting<T> setting) {
        return Optional.ofNullable(members.get(setting.name()))
                .flatMap(setting.reader())
                .orElse(setting.defaultValue());
    }

    /// Who versions and moves are recorded with: what the author set, or else the system's user name.
    public String author() {
        String name = get(AUTHOR).strip();
        return name.isEmpty() ? System.getProperty("user.name", "") : name;
    }

    /// Sets a value. It counts at once and is in the file a moment later; a file that cannot be written is told in the
    /// log.
    public synchronized <T> void set(Setting<T> setting, T value) {
        Json json = setting.writer().apply(value);
        if (!json.equals(members.put(setting.name(), json))) {
            writeSoon();
        }
    }

    private synchronized void writeSoon() {
        if (!writePending && !writer.isShutdown()) {
            writePending = true;
            writer.schedule(this::write, WRITE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Every member as it is now, known or not.
    synchronized Map<String, Json> members() {
        return new LinkedHashMap<>(members);
    }

    /// Puts all of these at once.
    synchronized void putAll(Map<String, Json> newMembers) {
        members.putAll(newMembers);
        writeSoon();
    }

    private void write() {
        byte[] bytes;
        synchronized (this) {
            if (!writePending) {
                return;
            }
            writePending = false;
            bytes = (new Json.Object(members).pretty() + "\n").getBytes(StandardCharsets.UTF_8);
        }
        try {
            DurableFiles.createFolders(file.toAbsolutePath().getParent());
            DurableFiles.write(file, bytes);
        } catch (IOException e) {
            System.getLogger(Settings.class.getName())
                    .log(System.Logger.Level.WARNING, "the settings could not be written to " + file, e);
        }
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        writer.shutdown();
        write();
    }
}
