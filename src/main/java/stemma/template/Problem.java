package stemma.template;

/// Something a template engine would stumble over.
///
/// @param kind what is wrong, for a translated message
/// @param start index of the first `char` concerned
/// @param end index after the last `char` concerned
/// @param subject the tag, name or expression concerned, as written; cut when it is long
public record Problem(Kind kind, int start, int end, String subject) {

    /// What can be wrong.
    public enum Kind {
        /// A tag begins and never ends.
        UNCLOSED_TAG("%s is not closed"),
        /// A section begins and never ends.
        UNCLOSED_SECTION("%s has no end"),
        /// An end without a beginning.
        UNMATCHED_END("%s ends nothing"),
        /// An `else` outside the section it belongs to.
        MISPLACED_ELSE("%s stands outside a section that could have it"),
        /// Nothing between the braces.
        EMPTY_TAG("%s names nothing"),
        /// What stands between the braces is no name.
        NOT_A_NAME("%s is no variable name"),
        /// A brace that begins and ends nothing.
        STRAY_BRACE("%s stands alone; doubled, it means itself"),
        /// A word that the syntax does not know.
        UNKNOWN_TAG("%s is no tag of this syntax"),
        /// Valid perhaps, but beyond what Stemma fills in.
        NOT_FILLED_IN("%s is left as written"),
        /// Sections inside sections inside sections.
        TOO_DEEP("%s is nested too deeply"),
        /// The filled-in text would be larger than anybody could send.
        TOO_LARGE("%s makes the text too large");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    private static final int LONGEST_SUBJECT = 60;

    static Problem at(Kind kind, String text, int start, int end) {
        int cut = Math.min(end, start + LONGEST_SUBJECT);
        if (cut < end && Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return new Problem(kind, start, end, text.substring(start, cut).strip() + (cut < end ? "…" : ""));
    }

    /// The problem in English.
    public String message() {
        return kind.pattern.formatted(subject);
    }
}
