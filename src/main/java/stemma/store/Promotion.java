package stemma.store;

import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// A move of a stage.
///
/// @param from the version the stage holds as the author knows it; empty for none
/// @param to the version it shall hold; empty to clear the stage
public record Promotion(
        PromptId prompt, Stage stage, Optional<VersionLabel> from, Optional<VersionLabel> to, Act act) {}
