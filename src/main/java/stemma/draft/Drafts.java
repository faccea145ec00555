package stemma.draft;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import stemma.files.DurableFiles;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// The drafts of one store, one JSON file each, in a folder of their own. Every call blocks; each file is written
/// atomically and is on the disk when the call returns. Safe for concurrent use as long as one caller writes a prompt.
public final class Drafts {
    private final Path folder;
    private final String store;

    /// @param root the folder of all drafts
    /// @param store the address of the store they belong to
    public Drafts(Path root, String store) {
        this.folder = root.resolve(hash(store));
        this.store = store;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Where the drafts are, for people who look for them.
    public Path folder() {
        return folder;
    }

    private Path file(PromptId prompt) {
        return folder.resolve(hash(prompt.value()) + ".json");
    }

    /// Keeps a draft, in place of an earlier one of the same prompt.
    ///
    /// @throws IOException when it could not be kept; the earlier one is still there
    public void save(Draft draft) throws IOException {
        DurableFiles.createFolders(folder);
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("store", new Json.Text(store));
        members.put("prompt", new Json.Text(draft.prompt().value()));
        draft.base().ifPresent(base -> members.put("base", new Json.Text(base.value())));
        members.put("at", new Json.Text(draft.at().toString()));
        members.put("text", draft.text().toJson());
        DurableFiles.write(file(draft.prompt()), new Json.Object(members).pretty() + "\n");
    }

    /// The draft of a prompt.
    ///
    /// @throws DamagedDraftException when there is one but it makes no sense; it is left as it is
    /// @throws IOException when there is one but it cannot be read now; it is left as it is
    public Optional<Draft> find(PromptId prompt) throws IOException {
        try {
            return Optional.of(read(file(prompt)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Every draft, the latest first. One that cannot be read is logged, left as it is and not listed.
    ///
    /// @throws IOException when the folder cannot be listed
    public List<Draft> all() throws IOException {
        List<Draft> drafts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
                    try {
                        drafts.add(read(file));
                    } catch (IOException e) {
                        System.getLogger(Drafts.class.getName())
                                .log(System.Logger.Level.WARNING, "the draft " + file + " cannot be read", e);
                    }
                }
            }
        }
        drafts.sort(Comparator.comparing(Draft::at).reversed());
        return drafts;
    }

    private static Draft read(Path file) throws IOException {
        try {
            Json.Object json = Json.parseObject(Files.readString(file));
            return new Draft(
                    new PromptId(text(json, "prompt")
                            .orElseThrow(() -> new IllegalValueException(Sentence.of("it names no prompt")))),
                    text(json, "base").map(VersionLabel::new),
                    json.get("text").orElse(new Json.Null()) instanceof Json.Object text
                            ? DraftText.fromJson(text)
                            : DraftText.fromJson(Json.Object.EMPTY),
                    Instant.parse(text(json, "at").orElse("")));
        } catch (IllegalArgumentException | DateTimeException | CharacterCodingException e) {
            throw new DamagedDraftException(file, e);
        }
    }

    private static Optional<String> text(Json.Object json, String name) {
        return json.get(name).orElse(new Json.Null()) instanceof Json.Text(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /// Throws a draft away, for good. Does nothing when there is none.
    ///
    /// @throws IOException when it cannot be deleted; it is still there
    public void discard(PromptId prompt) throws IOException {
        if (Files.deleteIfExists(file(prompt))) {
            DurableFiles.forceFolder(folder);
        }
    }

    /// Moves a draft that makes no sense out of the way, so that the next one does not overwrite it. Drafts that were
    /// set aside before stay.
    ///
    /// @return where it is now
    /// @throws IOException when there is none, or it cannot be moved; it is where it was
    public Path setAside(PromptId prompt) throws IOException {
        Path file = file(prompt);
        for (int number = 1; ; number++) {
            String ending = number == 1 ? ".damaged" : ".damaged-" + number;
            try {
                return Files.move(file, file.resolveSibling(file.getFileName() + ending));
            } catch (FileAlreadyExistsException e) {
                System.getLogger(Drafts.class.getName())
                        .log(System.Logger.Level.DEBUG, "an earlier draft was set aside there", e);
            }
        }
    }

    /// Gives a draft to the prompt's new id. Does nothing when there is none.
    ///
    /// @throws FileAlreadyExistsException when there is a draft of the new id; both are left as they are
    public void rename(PromptId prompt, PromptId newId) throws IOException {
        Optional<Draft> draft = prompt.equals(newId) ? Optional.empty() : find(prompt);
        if (draft.isPresent()) {
            Path target = file(newId);
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(
                        target.toString(),
                        null,
                        "There already is a draft of \"" + newId + "\". It was kept, and so was that of \"" + prompt
                                + "\".");
            }
            save(new Draft(newId, draft.get().base(), draft.get().text(), draft.get().at()));
            discard(prompt);
        }
    }
}
