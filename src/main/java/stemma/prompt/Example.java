package stemma.prompt;

/// A worked example: values for the variables and what the model should answer.
public record Example(Json.Object input, String output) {
    /// @throws IllegalArgumentException when the output holds half a character
    public Example {
        Text.checked(() -> Sentence.of("an example's output"), output);
    }
}
