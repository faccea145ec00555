package stemma.ui.browser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Prompts arranged in folders. Folders come first and by name; prompts keep the order in which they were given.
///
/// @param name the folder's own name; empty for the root
/// @param path the whole path without a slash at its end; empty for the root
/// @param count how many prompts are in it, at any depth
record FolderTree(String name, String path, List<FolderTree> folders, List<PromptRow> prompts, int count) {

    static FolderTree of(List<PromptRow> rows) {
        Builder root = new Builder("", "");
        for (PromptRow row : rows) {
            Builder folder = root;
            String path = row.id().folder();
            if (!path.isEmpty()) {
                for (String name : path.split("/")) {
                    Builder parent = folder;
                    folder = parent.folders.computeIfAbsent(
                            name, _ -> new Builder(name, parent.path.isEmpty() ? name : parent.path + "/" + name));
                }
            }
            folder.prompts.add(row);
        }
        return root.build();
    }

    private static final class Builder {
        private final String name;
        private final String path;
        private final Map<String, Builder> folders = new TreeMap<>();
        private final List<PromptRow> prompts = new ArrayList<>();

        Builder(String name, String path) {
            this.name = name;
            this.path = path;
        }

        FolderTree build() {
            List<FolderTree> built = folders.values().stream().map(Builder::build).toList();
            int count = prompts.size() + built.stream().mapToInt(FolderTree::count).sum();
            return new FolderTree(name, path, built, Collections.unmodifiableList(prompts), count);
        }
    }
}
