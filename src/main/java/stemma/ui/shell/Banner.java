package stemma.ui.shell;

import java.util.List;
import stemma.ui.common.Notices;

/// A line across the window that says what holds as long as it is there, and what can be done about it.
record Banner(String text, boolean warning, List<Notices.Action> actions) {}
