package stemma.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.VersionLabel.Step;

class VersionLabelTest {
    private static final int LABELS = 120;

    @ParameterizedTest
    @ValueSource(strings = {
        "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0",
        "1.0.0 2.0.0 2.1.0 2.1.1",
        "1.9.0 1.10.0 1.11.0",
        "1.0.0-1 1.0.0-2 1.0.0-10 1.0.0-a 1.0.0-a.1 1.0.0-a.1.0",
        "1.0.0--1 1.0.0-0a",
        "0.0.0 0.0.1 99999999999999999999.0.0 100000000000000000000.0.0",
        "1.0.0 1.0.0+build 1.0.0+build.1 1.0.1-rc+a 1.0.1-rc+b",
        "1 2 10 99999999999999999999 100000000000000000000",
        "draft draft-2 draft-10 final",
        "v1 v2 v10 1 7 0.1.0",
        "2026-01-02 2026-01-10 2026-02-01",
        "zulu 1 1.0.0",
    })
    void labelsAreOrdered(String ascending) {
        List<VersionLabel> labels = Stream.of(ascending.split(" ")).map(VersionLabel::new).toList();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < labels.size(); j++) {
                assertThat(Integer.signum(labels.get(i).compareTo(labels.get(j))))
                        .as("%s to %s", labels.get(i), labels.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void anyLabelsHaveATotalOrder() {
        for (int seed = 0; seed < 10; seed++) {
            List<VersionLabel> labels = randomLabels(new Random(seed));
            for (VersionLabel a : labels) {
                for (VersionLabel b : labels) {
                    int order = Integer.signum(a.compareTo(b));
                    assertThat(Integer.signum(b.compareTo(a))).as("%s, %s", a, b).isEqualTo(-order);
                    assertThat(order == 0).as("%s, %s", a, b).isEqualTo(a.equals(b));
                }
            }
            assertTransitive(labels);
        }
    }

    /// Sorted, every label is at least as high as every label before it: true for all pairs only when the order is
    /// transitive.
    private static void assertTransitive(List<VersionLabel> labels) {
        List<VersionLabel> sorted = new ArrayList<>(labels);
        Collections.sort(sorted);
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                assertThat(sorted.get(i).compareTo(sorted.get(j)))
                        .as("%s before %s", sorted.get(i), sorted.get(j))
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    private static List<VersionLabel> randomLabels(Random random) {
        List<VersionLabel> labels = new ArrayList<>();
        while (labels.size() < LABELS) {
            String label = switch (random.nextInt(4)) {
                case 0 -> semver(random);
                case 1 -> semver(random) + "-" + identifiers(random);
                case 2 -> String.valueOf(random.nextInt(20));
                default -> identifiers(random);
            };
            if (random.nextInt(4) == 0) {
                label = label + "+" + random.nextInt(3);
            }
            if (VersionLabel.isValid(label)) {
                labels.add(new VersionLabel(label));
            }
        }
        return labels;
    }

    private static String semver(Random random) {
        return random.nextInt(3) + "." + random.nextInt(12) + "." + random.nextInt(3);
    }

    private static String identifiers(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            text.append("0129aAbZ-._".charAt(random.nextInt(11)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2, PATCH, 1.4.3",
        "1.4.2, MINOR, 1.5.0",
        "1.4.2, MAJOR, 2.0.0",
        "1.4.0-rc.1, PATCH, 1.4.0",
        "1.4.0-rc.1, MINOR, 1.4.0",
        "1.4.0-rc.1, MAJOR, 2.0.0",
        "1.4.2-rc.1, PATCH, 1.4.2",
        "1.4.2-rc.1, MINOR, 1.5.0",
        "2.0.0-rc.1, MAJOR, 2.0.0",
        "1.4.2+build.7, PATCH, 1.4.3",
        "0.0.99999999999999999999, PATCH, 0.0.100000000000000000000",
        "7, PATCH, 8",
        "7, MAJOR, 8",
        "007, MINOR, 8",
        "draft, PATCH, draft-2",
        "draft-2, PATCH, draft-3",
        "v9, MINOR, v10",
    })
    void theNextLabelGoesAsFarAsAsked(String label, Step step, String next) {
        assertThat(new VersionLabel(label).next(step)).isEqualTo(new VersionLabel(next));
    }

    @Test
    void theNextOfASemanticVersionIsAlwaysHigherAndAValidLabel() {
        Random random = new Random(5);
        for (VersionLabel label : randomLabels(random)) {
            for (Step step : Step.values()) {
                VersionLabel next = label.next(step);
                assertThat(next).isNotEqualTo(label);
                if (label.isSemver() || label.isNumber()) {
                    assertThat(next).isGreaterThan(label);
                }
            }
        }
    }

    @Test
    void theNextLabelNeverGetsTooLong() {
        for (String label : List.of("9".repeat(64), "a".repeat(64), "0.0." + "9".repeat(60), "a" + "9".repeat(63))) {
            for (Step step : Step.values()) {
                assertThat(new VersionLabel(label).next(step)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "0.0.0", "1.0.0-0", "1.0.0-alpha-.1", "1.0.0--", "1.0.0+001", "10.20.30-rc.1+x.y"})
    void semanticVersionsAreKnown(String label) {
        assertThat(new VersionLabel(label).isSemver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "01.0.0", "1.0.0-01", "1.0.0-", "1.0.0-a..b", "1.0.0+", "1.0.0.0", "v1.0.0"})
    void otherLabelsAreNoSemanticVersions(String label) {
        assertThat(new VersionLabel(label).isSemver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1.0 0", "-1", ".1", "+1", "_", "a/b", "ä", "1\n", "\u0661", "😀"})
    void whatIsNoLabelIsRefusedByName(String label) {
        assertThat(VersionLabel.isValid(label)).isFalse();
        assertThatThrownBy(() -> new VersionLabel(label))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("version label \"");
    }

    @Test
    void aLabelHasAtMost64Characters() {
        assertThat(VersionLabel.isValid("a".repeat(64))).isTrue();
        assertThat(VersionLabel.isValid("a".repeat(65))).isFalse();
    }

    @Test
    void aLabelOfManyRepetitionsIsLookedAtQuickly() {
        VersionLabel label = new VersionLabel("1.0.0-" + "0a-".repeat(19));
        assertThat(label.isSemver()).isTrue();
        assertThat(new VersionLabel("1.0.0-" + "00".repeat(29)).isSemver()).isFalse();
    }
}
