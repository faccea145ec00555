package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stemma.markdown.Bytes;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Health;

/// Looks at every file of a store. Only within [Folder#read].
final class FolderCheck {
    private static final String RELINK = "latest ";

    private final Folder folder;
    private final List<Health.Problem> problems = new ArrayList<>();

    FolderCheck(Folder folder) {
        this.folder = folder;
    }

    List<Health.Problem> problems() {
        problems.addAll(folder.problems());
        if (folder.isInterrupted()) {
            problems.add(new Health.Problem(
                    Names.STATE_FOLDER + "/" + Journal.FOLDER + "/" + Journal.INTENT,
                    Sentence.of("a change was interrupted and could not be finished")));
        }
        if (folder.isPending()) {
            problems.add(new Health.Problem(
                    Failures.relative(folder.root, Pending.file(folder.root)),
                    Sentence.of("a change is kept, but its commit is not made yet; the next change makes it")));
        }
        for (StoredPrompt prompt : folder.prompts()) {
            problems.addAll(prompt.problems());
            for (StoredVersion version : prompt.versions().values()) {
                check(prompt, version);
            }
            checkLatest(prompt);
        }
        for (Listing listing : folder.listings().values()) {
            if (listing.holds(Names.HISTORY)) {
                checkHistory(listing);
            }
        }
        Set<Health.Problem> once = new HashSet<>();
        return problems.stream().filter(once::add).toList();
    }

    private void check(StoredPrompt prompt, StoredVersion version) {
        Path file = prompt.listing().folder().resolve(Names.versionFile(version.label));
        if (version.state == StoredVersion.State.SOUND) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                if (version.recorded.isPresent()
                        && !Bytes.sha256(bytes).equals(version.recorded.get().hash())) {
                    problem(file, Sentence.of("the file was changed by another program"));
                } else if (version.recorded.isPresent()
                        && !VersionFile.read(bytes)
                                .content()
                                .checksum()
                                .equals(version.recorded.get().checksum())) {
                    problem(file, Sentence.of("its content does not have the checksum that was recorded"));
                }
            } catch (FormatException e) {
                problem(file, e.sentence());
            } catch (IOException e) {
                problem(file, Failures.sentence(e));
            }
        }
        version.recorded.ifPresent(recorded -> checkOriginal(recorded.hash()));
    }

    private void checkOriginal(String hash) {
        try {
            Originals.read(folder.root, hash);
        } catch (FormatException e) {
            problems.add(new Health.Problem(e.where(), e.sentence()));
        } catch (IOException e) {
            problem(Originals.file(folder.root, hash), Failures.sentence(e));
        }
    }

    private void checkLatest(StoredPrompt prompt) {
        LatestLink latest = LatestLink.read(prompt.listing().folder());
        latest.target()
                .filter(target -> !prompt.listing().holds(target))
                .ifPresent(target -> problems.add(new Health.Problem(
                        Failures.relative(folder.root, prompt.listing().folder().resolve(Names.LATEST)),
                        Sentence.of("leads to {0}, which is not there", target),
                        Optional.of(relink(prompt.id())))));
    }

    private static Health.Remedy relink(PromptId id) {
        return new Health.Remedy(RELINK + id, Sentence.of("Let it lead to the newest version of \"{0}\" that is there.", id));
    }

    /// The prompt whose `latest.md` shall be made anew by a remedy that was proposed here.
    static Optional<PromptId> relinked(Health.Remedy remedy) {
        return Optional.of(remedy.code())
                .filter(code -> code.startsWith(RELINK))
                .map(code -> code.substring(RELINK.length()))
                .filter(text -> PromptId.problem(text).isEmpty())
                .map(PromptId::new);
    }

    private void checkHistory(Listing listing) {
        Path file = listing.folder().resolve(Names.HISTORY);
        try {
            listing.history().problems().forEach(what -> problem(file, what));
        } catch (IOException e) {
            problem(file, Failures.sentence(e));
        }
    }

    private void problem(Path where, CharSequence what) {
        problems.add(new Health.Problem(Failures.relative(folder.root, where), what));
    }
}
