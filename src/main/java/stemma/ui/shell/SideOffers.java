package stemma.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import stemma.prompt.VersionInfo;
import stemma.ui.common.Messages;
import stemma.ui.compare.Flank;
import stemma.ui.compare.SideMenu;
import stemma.ui.compare.Subject;
import stemma.ui.compare.Timeline;

/// The menu of a compare's side: everything that can stand there.
///
/// @param tabs knows the prompt's versions and its draft while it is open
/// @param version makes a side of one of the prompt's versions
/// @param draft makes a side of the prompt's draft
/// @param onChosen gets what was chosen
record SideOffers(
        PromptTabs tabs,
        OtherSides others,
        Function<VersionInfo, Subject> version,
        Function<PromptTab, Subject> draft,
        BiConsumer<Flank, Subject> onChosen)
        implements SideMenu {

    /// More versions make a menu that does not fit on a screen; the rest is found through the dialog.
    private static final int MOST_VERSIONS = 20;

    @Override
    public List<MenuItem> items(Flank flank) {
        List<MenuItem> items = new ArrayList<>();
        List<VersionInfo> versions = tabs.versionsOf(others.prompt());
        if (!versions.isEmpty()) {
            Menu menu = new Menu(Messages.text("shell.compare.side.version"));
            versions.stream()
                    .limit(MOST_VERSIONS)
                    .map(info -> item(Timeline.captionOf(info), () -> choose(flank, version.apply(info))))
                    .forEach(menu.getItems()::add);
            items.add(menu);
        }
        tabs.find(others.prompt())
                .ifPresent(tab -> items.add(item(
                        Messages.text("shell.compare.draft", others.prompt().value()),
                        () -> choose(flank, draft.apply(tab)))));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(
                Messages.text("shell.compare.side.other"),
                () -> others.anotherVersion(subject -> choose(flank, subject))));
        items.add(item(
                Messages.text("shell.compare.side.file"), () -> others.file(subject -> choose(flank, subject))));
        items.add(item(
                Messages.text("shell.compare.side.clipboard"),
                () -> others.clipboard(subject -> choose(flank, subject))));
        return items;
    }

    private void choose(Flank flank, Subject subject) {
        onChosen.accept(flank, subject);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
