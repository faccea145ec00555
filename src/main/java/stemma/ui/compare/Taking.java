package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stemma.diff.Span;
import stemma.prompt.Content;
import stemma.prompt.Message;

/// Takes one change over into a draft: where the sides differ, the draft gets what the other side has.
final class Taking {
    private final Script script;
    private final Flank draftFlank;
    private final Content draft;
    private final Content other;

    private Taking(Compared compared, Flank draftFlank) {
        this.script = compared.script();
        this.draftFlank = draftFlank;
        boolean isLeft = draftFlank == Flank.LEFT;
        draft = isLeft ? compared.changes().left() : compared.changes().right();
        other = isLeft ? compared.changes().right() : compared.changes().left();
    }

    /// @param draftFlank where the draft stands
    /// @return the new draft; empty when a draft cannot have this change, such as a tag
    static Optional<Content> take(Compared compared, Script.Hunk hunk, Flank draftFlank) {
        try {
            return new Taking(compared, draftFlank).take(hunk);
        } catch (IllegalArgumentException e) {
            // A single role would have to go or to come: only all messages together become plain text or a chat.
            return Optional.empty();
        }
    }

    private Optional<Content> take(Script.Hunk hunk) {
        Row first = script.rows().get(hunk.first());
        if (first.section() < script.messages().size()) {
            MessagePairs.Pair pair = script.messages().get(first.section());
            List<Message> messages =
                    first instanceof HeadingRow heading ? message(pair, heading) : text(pair, hunk);
            return Optional.of(draft.withMessages(messages));
        }
        for (Row row : script.rows().subList(hunk.first(), hunk.end())) {
            if (row instanceof FactRow fact) {
                return new TakingValues(draft, other, draftFlank).take(fact.change());
            }
        }
        return Optional.empty();
    }

    private int inDraft(MessagePairs.Pair pair) {
        return draftFlank == Flank.LEFT ? pair.left() : pair.right();
    }

    private int inOther(MessagePairs.Pair pair) {
        return draftFlank == Flank.LEFT ? pair.right() : pair.left();
    }

    private List<Message> message(MessagePairs.Pair pair, HeadingRow heading) {
        List<Message> messages = new ArrayList<>(draft.messages());
        int here = inDraft(pair);
        int there = inOther(pair);
        if (there < 0) {
            messages.remove(here);
        } else if (here < 0) {
            messages.add(placeFor(there), other.messages().get(there));
        } else if (heading.glyph() == Glyph.MOVED) {
            Message moved = messages.get(here);
            int place = placeFor(there);
            messages.add(place, moved);
            messages.remove(place <= here ? here + 1 : here);
        } else {
            messages.set(
                    here,
                    new Message(
                            other.messages().get(there).role(), draft.messages().get(here).text()));
        }
        return messages;
    }

    /// Behind the message that stands before it on the other side.
    private int placeFor(int there) {
        return script.messages().stream()
                        .filter(pair -> inDraft(pair) >= 0 && inOther(pair) >= 0 && inOther(pair) < there)
                        .max(Comparator.comparingInt(this::inOther))
                        .map(this::inDraft)
                        .orElse(-1)
                + 1;
    }

    /// A stretch of the draft's text and what comes in its place.
    private record Splice(Span span, String text) {}

    private List<Message> text(MessagePairs.Pair pair, Script.Hunk hunk) {
        List<Splice> splices = new ArrayList<>();
        for (int row = hunk.first(); row < hunk.end(); row++) {
            if (script.rows().get(row) instanceof TextRow text) {
                splices.add(splice(text));
                script.partnerOf(row)
                        .ifPresent(partner -> splices.add(splice((TextRow) script.rows().get(partner))));
            }
        }
        splices.sort(Comparator.comparingInt((Splice splice) -> splice.span().start()));
        List<Message> messages = new ArrayList<>(draft.messages());
        int here = inDraft(pair);
        String old = messages.get(here).text();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Splice splice : splices) {
            text.append(old, at, splice.span().start()).append(splice.text());
            at = splice.span().end();
        }
        text.append(old, at, old.length());
        messages.set(here, new Message(messages.get(here).role(), text.toString()));
        return messages;
    }

    private Splice splice(TextRow row) {
        return draftFlank == Flank.LEFT
                ? new Splice(row.left(), row.rightText())
                : new Splice(row.right(), row.leftText());
    }
}
