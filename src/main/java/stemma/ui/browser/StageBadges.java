package stemma.ui.browser;

import java.util.List;
import java.util.SequencedMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import stemma.prompt.Stage;
import stemma.ui.common.Badges;

/// The stages of a prompt in a row: as many badges as there is room for, and a last one that counts the others. A badge
/// of two letters would say nothing.
final class StageBadges extends Region {
    private static final double GAP = 4;

    private final Label others = Badges.stage(new Stage("others"), "");
    private List<Label> badges = List.of();

    StageBadges() {
        setMinWidth(0);
    }

    /// @param texts what the badge of each stage says
    void show(SequencedMap<Stage, String> texts) {
        badges = texts.entrySet().stream()
                .map(entry -> Badges.stage(entry.getKey(), entry.getValue()))
                .toList();
        getChildren().setAll(badges);
        getChildren().add(others);
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(badges.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        return others.prefHeight(-1);
    }

    /// What the first badge needs, with the one that counts the others.
    double leastWidth() {
        return switch (badges.size()) {
            case 0 -> 0;
            case 1 -> width(1);
            default -> widthWithOthers(1);
        };
    }

    /// What so many badges need, without the gap after the last.
    private double width(int count) {
        return badges.stream().limit(count).mapToDouble(badge -> badge.prefWidth(-1)).sum() + GAP * Math.max(0, count - 1);
    }

    private double widthWithOthers(int count) {
        others.setText("+" + (badges.size() - count));
        return width(count) + GAP + others.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        int count = badges.size();
        boolean fits = width(count) <= snapSizeX(getWidth());
        if (!fits) {
            do {
                count--;
            } while (count > 1 && widthWithOthers(count) > getWidth());
        }
        double x = 0;
        int place = 0;
        for (Label badge : badges) {
            badge.setVisible(place < Math.max(1, count));
            double width = Math.min(badge.prefWidth(-1), getWidth() - x);
            if (badge.isVisible()) {
                badge.resizeRelocate(x, 0, width, getHeight());
                x += width + GAP;
            }
            place++;
        }
        others.setVisible(!fits && count > 0 && count < badges.size() && widthWithOthers(count) <= getWidth());
        others.resizeRelocate(x, 0, others.prefWidth(-1), getHeight());
    }
}
