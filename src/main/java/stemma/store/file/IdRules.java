package stemma.store.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Which ids a folder can hold so that it can be copied to any system. Ids that lie there already are taken as they
/// are.
final class IdRules {
    private static final int LONGEST_NAME = 255;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"\\\\|?*]");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*(\\..*)?");
    /// The short names that Windows gives to `.git` and `.stemma`.
    private static final Pattern SHORT_NAME = Pattern.compile("(git|stemma)~\\d+.*");

    /// The folders of all ids and those above them, by their key; several only where a case-sensitive system has them.
    private final Map<String, Set<String>> folders = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /// Equal for names that some file system takes for the same.
    static String key(String name) {
        StringBuilder visible = new StringBuilder(name.length());
        name.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(visible::appendCodePoint);
        String upper = Normalizer.normalize(visible, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    void add(PromptId id) {
        for (String folder : prefixes(id)) {
            folders.computeIfAbsent(key(folder), _ -> new TreeSet<>()).add(folder);
            uses.merge(folder, 1, Integer::sum);
        }
    }

    /// Forgets ids; each one must have been added as often as it is removed.
    void removeAll(Collection<PromptId> ids) {
        for (PromptId id : ids) {
            for (String folder : prefixes(id)) {
                if (uses.merge(folder, -1, Integer::sum) <= 0) {
                    uses.remove(folder);
                    folders.getOrDefault(key(folder), new TreeSet<>()).remove(folder);
                }
            }
        }
    }

    private static Set<String> prefixes(PromptId id) {
        Set<String> prefixes = new TreeSet<>();
        for (int slash = id.value().indexOf('/'); slash >= 0; slash = id.value().indexOf('/', slash + 1)) {
            prefixes.add(id.value().substring(0, slash));
        }
        prefixes.add(id.value());
        return prefixes;
    }

    /// @param others further ids of the same change
    /// @throws StoreException.Invalid when a part of the id cannot be a folder's name everywhere
    /// @throws StoreException.Conflict when it cannot stand beside another id
    void check(StoreUri store, Path root, PromptId id, Collection<PromptId> others) {
        Path at = root;
        for (String segment : id.value().split("/")) {
            problem(store, id, segment);
            at = at.resolve(segment);
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw invalid(store, id, Sentence.of(
                        "\"{0}\" is a file or a link, so no prompt can lie there", Failures.relative(root, at)));
            }
        }
        for (String folder : prefixes(id)) {
            for (String other : folders.getOrDefault(key(folder), Set.of())) {
                refuse(store, id, folder, other);
            }
            for (PromptId other : others) {
                for (String prefix : prefixes(other)) {
                    if (key(prefix).equals(key(folder))) {
                        refuse(store, id, folder, prefix);
                    }
                }
            }
        }
    }

    private static void refuse(StoreUri store, PromptId id, String folder, String other) {
        if (!folder.equals(other)) {
            throw StoreException.Conflict.idTaken(store, id, new PromptId(other));
        }
    }

    private static void problem(StoreUri store, PromptId id, String segment) {
        String key = key(segment);
        if (FORBIDDEN.matcher(segment).find()) {
            throw invalid(store, id, Sentence.of(
                    "\"{0}\" holds one of < > : \" \\ | ? *, which no folder on Windows can", segment));
        }
        if (segment.startsWith(".") || key.startsWith(".")) {
            throw invalid(store, id, Sentence.of("\"{0}\" begins with a dot and would be hidden", segment));
        }
        if (segment.endsWith(".") || segment.endsWith(" ") || key.isBlank() || key.endsWith(".")) {
            throw invalid(store, id, Sentence.of("\"{0}\" ends with a dot or blank, which Windows cuts off", segment));
        }
        if (DEVICE.matcher(key).matches()) {
            throw invalid(store, id, Sentence.of("\"{0}\" is the name of a device on Windows", segment));
        }
        if (Names.isLikeOurs(key) || SHORT_NAME.matcher(key).matches()) {
            throw invalid(store, id, Sentence.of("\"{0}\" could be taken for a file of the store", segment));
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw invalid(store, id, Sentence.of("\"{0}\" is longer than {1} bytes", segment, LONGEST_NAME));
        }
    }

    private static StoreException.Invalid invalid(StoreUri store, PromptId id, Sentence problem) {
        return new StoreException.Invalid(store, Sentence.of("the prompt id \"{0}\": {1}.", id, problem));
    }
}
