package stemma.transfer;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// How two histories of one prompt stand to each other: which versions are the same, and who went on since.
///
/// @param same labels on the left, oldest first, with the label of the same version on the right
/// @param relation the histories as a whole
/// @param lastCommon the newest version on the left that is on the right too
/// @param rightWentOn whether the right has versions after that one
public record Alignment(
        Map<VersionLabel, VersionLabel> same,
        Relation relation,
        Optional<VersionLabel> lastCommon,
        boolean rightWentOn) {

    /// How the left history stands to the right one.
    public enum Relation {
        /// Both have the same versions in the same order.
        EQUAL,
        /// The left has everything of the right, and more after it.
        AHEAD,
        /// The right has everything of the left, and more after it.
        BEHIND,
        /// Each has something that the other one has not, or not in that place.
        DIVERGED
    }

    /// How the same version is known again.
    public enum Recognition {
        /// Both stores keep the labels: the same label with the same content.
        BY_LABEL,
        /// A store assigned labels of its own: the same content in the same order, whatever the labels.
        BY_CONTENT
    }

    public Alignment {
        same = Collections.unmodifiableMap(new LinkedHashMap<>(same));
    }

    /// Aligns two histories.
    ///
    /// @param left oldest first
    /// @param right oldest first
    /// @param sameContent asked for pairs of which the checksums may differ although a store holds all it can
    public static Alignment of(
            List<VersionInfo> left,
            List<VersionInfo> right,
            Recognition recognition,
            BiPredicate<VersionInfo, VersionInfo> sameContent) {
        int[] partners =
                switch (recognition) {
                    case BY_LABEL -> byLabel(left, right, sameContent);
                    case BY_CONTENT -> byContent(left, right, sameContent);
                };
        return of(left, right, partners);
    }

    private static int[] byLabel(
            List<VersionInfo> left, List<VersionInfo> right, BiPredicate<VersionInfo, VersionInfo> sameContent) {
        Map<VersionLabel, Integer> places = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            places.put(right.get(i).label(), i);
        }
        int[] partners = new int[left.size()];
        for (int i = 0; i < partners.length; i++) {
            Integer place = places.get(left.get(i).label());
            partners[i] = place != null && sameContent.test(left.get(i), right.get(place)) ? place : -1;
        }
        return partners;
    }

    private static int[] byContent(
            List<VersionInfo> left, List<VersionInfo> right, BiPredicate<VersionInfo, VersionInfo> sameContent) {
        int[] partners = new int[left.size()];
        int from = 0;
        for (int i = 0; i < partners.length; i++) {
            partners[i] = -1;
            for (int place = from; place < right.size(); place++) {
                if (sameContent.test(left.get(i), right.get(place))) {
                    partners[i] = place;
                    from = place + 1;
                    break;
                }
            }
        }
        return partners;
    }

    private static Alignment of(List<VersionInfo> left, List<VersionInfo> right, int[] partners) {
        Map<VersionLabel, VersionLabel> same = new LinkedHashMap<>();
        Set<Integer> paired = new HashSet<>();
        int lastLeft = -1;
        int lastRight = -1;
        boolean inOrder = true;
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                same.put(left.get(i).label(), right.get(partners[i]).label());
                paired.add(partners[i]);
                inOrder &= partners[i] > lastRight;
                lastLeft = i;
                lastRight = partners[i];
            }
        }
        boolean leftIsWhole = paired.size() == lastLeft + 1;
        boolean rightIsWhole = inOrder && paired.size() == lastRight + 1;
        boolean leftWentOn = lastLeft < left.size() - 1;
        boolean rightWentOn = lastRight < right.size() - 1;
        Relation relation = Relation.DIVERGED;
        if (inOrder && leftIsWhole && rightIsWhole && !(leftWentOn && rightWentOn)) {
            relation = leftWentOn ? Relation.AHEAD : rightWentOn ? Relation.BEHIND : Relation.EQUAL;
        }
        return new Alignment(
                same,
                relation,
                lastLeft < 0 ? Optional.empty() : Optional.of(left.get(lastLeft).label()),
                rightWentOn);
    }
}
