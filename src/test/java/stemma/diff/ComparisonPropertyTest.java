package stemma.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.prompt.Content;
import stemma.prompt.Json;

class ComparisonPropertyTest {
    private static final int ROUNDS = 1_500;

    @ParameterizedTest
    @EnumSource(Whitespace.class)
    void applyingTheListToTheLeftGivesTheRight(Whitespace whitespace) {
        Contents contents = new Contents(1);
        CompareOptions options = CompareOptions.DEFAULT.withWhitespace(whitespace);
        for (int round = 0; round < ROUNDS; round++) {
            Content left = contents.any();
            Content right = round % 4 == 0 ? contents.any() : contents.near(left);
            ChangeList list = Comparison.of(left, right, options);
            assertThat(Patched.by(list)).as("round %d", round).isEqualTo(right);
            assertThat(Patched.by(list).checksum()).isEqualTo(right.checksum());
        }
    }

    @Test
    void onlyEqualContentsHaveNoChanges() {
        Contents contents = new Contents(2);
        for (int round = 0; round < ROUNDS; round++) {
            Content left = contents.any();
            Content right = round % 3 == 0 ? left : contents.near(left);
            assertThat(Comparison.of(left, right).isEmpty()).isEqualTo(left.equals(right));
        }
    }

    @Test
    void everyListHasASummaryAReasonAndReadableJson() {
        Contents contents = new Contents(3);
        for (int round = 0; round < ROUNDS; round++) {
            Content left = contents.any();
            ChangeList list = Comparison.of(left, contents.near(left));
            assertThat(list.summary()).isNotBlank().doesNotContain("\n");
            assertThat(list.suggestedStep().reason()).endsWith(".");
            Json.Object json = list.toJson();
            assertThat(Json.parse(json.pretty())).isEqualTo(json);
        }
    }
}
