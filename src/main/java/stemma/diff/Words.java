package stemma.diff;

/// How values are shown in summaries.
final class Words {
    private static final int SHOWN = 40;

    private Words() {}

    /// Fit for one line: cut, and without line ends.
    static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= SHOWN) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SHOWN - 2)) ? SHOWN - 2 : SHOWN - 1;
        return line.substring(0, end) + "…";
    }
}
