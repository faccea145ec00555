package stemma.ui.browser;

import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;

/// A line of the tree: a folder or a prompt.
sealed interface BrowserNode {
    record Folder(FolderTree folder) implements BrowserNode {}

    record Prompt(PromptRow row) implements BrowserNode {}

    default Optional<PromptRow> prompt() {
        return this instanceof Prompt(PromptRow row) ? Optional.of(row) : Optional.empty();
    }

    /// The tree of a folder. Items below a folder are made when it is first opened.
    ///
    /// @param opened what the author did with folders, by path: opened or closed; kept up to date
    /// @param openByDefault whether other folders are open
    static TreeItem<BrowserNode> item(FolderTree folder, Map<String, Boolean> opened, boolean openByDefault) {
        return new FolderItem(folder, opened, openByDefault);
    }

    /// The item of a prompt; its folders are opened. Nothing when it is not in the tree.
    static @Nullable TreeItem<BrowserNode> find(@Nullable TreeItem<BrowserNode> root, PromptId prompt) {
        TreeItem<BrowserNode> at = root;
        String path = "";
        for (String name : prompt.folder().isEmpty() ? new String[0] : prompt.folder().split("/")) {
            path = path.isEmpty() ? name : path + "/" + name;
            at = at == null ? null : folder(at, path);
        }
        if (at == null) {
            return null;
        }
        for (TreeItem<BrowserNode> child : at.getChildren()) {
            if (child.getValue().prompt().map(PromptRow::id).equals(Optional.of(prompt))) {
                return child;
            }
        }
        return null;
    }

    private static @Nullable TreeItem<BrowserNode> folder(TreeItem<BrowserNode> parent, String path) {
        for (TreeItem<BrowserNode> child : parent.getChildren()) {
            if (child.getValue() instanceof Folder(FolderTree folder) && folder.path().equals(path)) {
                return child;
            }
        }
        return null;
    }

    /// A folder's item.
    final class FolderItem extends TreeItem<BrowserNode> {
        private final FolderTree folder;
        private final Map<String, Boolean> opened;
        private final boolean openByDefault;
        private boolean filled;

        FolderItem(FolderTree folder, Map<String, Boolean> opened, boolean openByDefault) {
            super(new Folder(folder));
            this.folder = folder;
            this.opened = opened;
            this.openByDefault = openByDefault;
            setExpanded(folder.path().isEmpty() || opened.getOrDefault(folder.path(), openByDefault));
            expandedProperty().subscribe((_, open) -> opened.put(folder.path(), open));
        }

        @Override
        public boolean isLeaf() {
            return false;
        }

        @Override
        public ObservableList<TreeItem<BrowserNode>> getChildren() {
            if (!filled) {
                filled = true;
                for (FolderTree child : folder.folders()) {
                    super.getChildren().add(new FolderItem(child, opened, openByDefault));
                }
                for (PromptRow row : folder.prompts()) {
                    super.getChildren().add(new TreeItem<>(new Prompt(row)));
                }
            }
            return super.getChildren();
        }
    }
}
