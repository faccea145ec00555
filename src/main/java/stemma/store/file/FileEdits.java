package stemma.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.Sentence;
import stemma.prompt.VersionInfo;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.OutsideEdits;
import stemma.store.StoreException;

/// Version files that are not as they were recorded. Safe for concurrent use.
final class FileEdits implements OutsideEdits {
    private final FileStore store;
    private final Folder folder;
    /// Which bytes, by their SHA-256, an edit that was told stands for; empty for a deleted file.
    private final Map<Edit, String> told = new HashMap<>();

    FileEdits(FileStore store, Folder folder) {
        this.store = store;
        this.folder = folder;
    }

    @Override
    public List<Edit> find() {
        store.refresh();
        return store.reading(() -> {
            Map<Edit, String> found = new HashMap<>();
            List<Edit> edits = new ArrayList<>();
            for (StoredPrompt prompt : folder.prompts()) {
                for (StoredVersion version : PromptLoader.changed(prompt)) {
                    Optional<byte[]> bytes = bytes(prompt, version);
                    Edit edit = edit(prompt, version, bytes);
                    edits.add(edit);
                    found.put(edit, bytes.map(Bytes::sha256).orElse(""));
                }
            }
            synchronized (told) {
                told.clear();
                told.putAll(found);
            }
            return List.copyOf(edits);
        });
    }

    private Edit edit(StoredPrompt prompt, StoredVersion version, Optional<byte[]> bytes) {
        Optional<Content> content = Optional.empty();
        try {
            if (bytes.isPresent()) {
                content = Optional.of(VersionFile.read(bytes.get()).content());
            }
        } catch (FormatException e) {
            // the problem tells it
        }
        return new Edit(
                prompt.id(),
                version.label,
                content,
                Failures.relative(folder.root, file(prompt, version)),
                version.problem);
    }

    private static Path file(StoredPrompt prompt, StoredVersion version) {
        return prompt.listing().folder().resolve(Names.versionFile(version.label));
    }

    private static Optional<byte[]> bytes(StoredPrompt prompt, StoredVersion version) {
        try {
            return Optional.of(prompt.listing().read(Names.versionFile(version.label)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void restore(Edit edit) {
        store.writing(Capability.OUTSIDE_EDITS, Set.of(edit.prompt()), workspace -> {
            restore(edit, workspace);
            note(edit, workspace);
            return edit;
        });
    }

    @Override
    public VersionInfo keep(Edit edit, NewVersion version) {
        if (!version.prompt().equals(edit.prompt())) {
            throw new StoreException.Invalid(store.uri(), Sentence.of("an edit can only be kept as a version of its own prompt."));
        }
        return store.writing(Capability.OUTSIDE_EDITS, Set.of(edit.prompt()), workspace -> {
            restore(edit, workspace);
            note(edit, workspace);
            return store.append(workspace, version);
        });
    }

    private static void note(Edit edit, Workspace workspace) {
        workspace.note("Restore " + edit.prompt() + " " + edit.label(), "", "", Optional.empty());
    }

    private void restore(Edit edit, Workspace workspace) throws IOException {
        StoredPrompt prompt = workspace.before(edit.prompt())
                .orElseThrow(() -> StoreException.Conflict.placeChanged(store.uri(), edit.where()));
        StoredVersion version = prompt.versions().get(edit.label());
        String expected;
        synchronized (told) {
            expected = told.get(edit);
        }
        if (version == null
                || version.recorded.isEmpty()
                || version.state == StoredVersion.State.SOUND
                || !bytes(prompt, version).map(Bytes::sha256).orElse("").equals(expected)) {
            throw StoreException.Conflict.placeChanged(store.uri(), edit.where());
        }
        workspace.draft(edit.prompt()).restore(edit.label());
    }
}
