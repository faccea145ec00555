package stemma.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stemma.draft.Draft;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;
import stemma.ui.common.Times;

/// Says in words how an editor stands: its banners and its status.
record Telling(EditorModel editor, Situation situation, Times times) {

    /// The banners, the most pressing first.
    List<Banner> banners() {
        List<Banner> banners = new ArrayList<>();
        situation.failure().ifPresent(reason -> banners.add(Banner.of(
                Banner.Kind.DANGER,
                Messages.text("editor.banner.failure", reason),
                action("editor.banner.tryAgain", editor::open))));
        if (editor.draftState() instanceof DraftState.Failed(String reason)) {
            banners.add(Banner.of(
                    Banner.Kind.DANGER,
                    Messages.text("editor.banner.notKept", reason),
                    action("editor.banner.tryNow", editor::flush)));
        }
        if (situation.viewed().isPresent()) {
            banners.add(viewing(situation.viewed().get()));
            return banners;
        }
        if (!editor.isDirty()) {
            return banners;
        }
        if (situation.deleted()) {
            banners.add(Banner.of(Banner.Kind.WARNING, Messages.text("editor.banner.deleted", editor.prompt())));
        } else if (situation.isBehind()) {
            banners.add(behind(situation.newest().orElseThrow().info()));
        }
        if (!situation.clashes().isEmpty()) {
            banners.add(Banner.of(
                    Banner.Kind.WARNING,
                    Messages.text("editor.banner.clashes", String.join(", ", situation.clashes())),
                    action("editor.banner.compare", editor::compareWithNewest),
                    action("editor.banner.dismiss", editor::dismissMarks)));
        }
        situation.restored().ifPresent(draft -> banners.add(restored(draft)));
        return banners;
    }

    private static Banner.Action action(String key, Runnable run) {
        return new Banner.Action(Messages.text(key), run);
    }

    private Banner viewing(Version version) {
        return Banner.of(
                Banner.Kind.INFO,
                Messages.text("editor.banner.viewing", version.label()),
                action(editor.isDirty() ? "editor.banner.backToDraft" : "editor.banner.backToNewest",
                        editor::backToEditing),
                action("editor.banner.editFromHere", editor::editFromHere));
    }

    private Banner behind(VersionInfo newest) {
        String text = newerBase(newest)
                .map(base -> Messages.text("editor.banner.older", newest.label(), base))
                .orElseGet(() -> saved(newest));
        return Banner.of(
                Banner.Kind.WARNING,
                text,
                action("editor.banner.compare", editor::compareWithNewest),
                new Banner.Action(Messages.text("editor.banner.rebase", newest.label()), editor::rebase));
    }

    /// What the edits are based on, where it came after what is the newest version now: it was deleted.
    private Optional<VersionLabel> newerBase(VersionInfo newest) {
        return situation.base().isPresent()
                ? situation
                        .base()
                        .map(Version::info)
                        .filter(base -> newest.createdAt().isBefore(base.createdAt()))
                        .map(VersionInfo::label)
                : situation
                        .restored()
                        .filter(draft -> !newest.createdAt().isAfter(draft.at()))
                        .flatMap(Draft::base);
    }

    private String saved(VersionInfo newest) {
        String who = newest.author().isEmpty() ? Messages.text("editor.somebody") : newest.author();
        String basedOn = situation
                .baseLabel()
                .map(label -> Messages.text("editor.banner.basedOn", label))
                .orElse(Messages.text("editor.banner.basedOnNothing"));
        return Messages.text("editor.banner.behind", newest.label(), who, times.shortly(newest.createdAt()), basedOn);
    }

    private Banner restored(Draft draft) {
        String when = times.shortly(draft.at());
        return Banner.of(
                Banner.Kind.INFO,
                draft.base()
                        .map(base -> Messages.text("editor.banner.restored", when, base))
                        .orElse(Messages.text("editor.banner.restoredNew", when)),
                action("editor.discard.act", editor::discard),
                action("editor.banner.dismiss", editor::dismissMarks));
    }

    /// Base and draft in a few words. While a draft is on its way to the disk the words stay, lest they flicker.
    String status(String before) {
        if (situation.viewed().isPresent()) {
            VersionInfo info = situation.viewed().get().info();
            String when = times.shortly(info.createdAt());
            return info.author().isEmpty()
                    ? Messages.text("editor.status.viewedBySomebody", info.label(), when)
                    : Messages.text("editor.status.viewed", info.label(), info.author(), when);
        }
        if (!editor.readyProperty().get()) {
            return "";
        }
        if (!editor.isDirty()) {
            return situation.base().map(base -> Messages.text("editor.status.clean", base.label())).orElse("");
        }
        String base = situation
                .baseLabel()
                .map(VersionLabel::value)
                .map(label -> Messages.text("editor.status.draft", label))
                .orElse(Messages.text(
                        situation.newest().isPresent() ? "editor.status.baseless" : "editor.status.new"));
        return switch (editor.draftState()) {
            case DraftState.Kept(var at) -> Messages.text("editor.status.kept", base, times.shortly(at));
            case DraftState.Failed _ -> Messages.text("editor.status.notKept", base);
            case DraftState.None _, DraftState.Waiting _ ->
                before.startsWith(base + " ") ? before : Messages.text("editor.status.waiting", base);
        };
    }
}
