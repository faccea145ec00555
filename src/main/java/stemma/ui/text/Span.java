package stemma.ui.text;

import java.util.List;

/// A stretch of text with the style classes it is shown in.
record Span(int start, int end, List<String> styles) {}
