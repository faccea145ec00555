package stemma.ui.browser;

import stemma.prompt.PromptId;

/// What can be done with a chosen prompt; the shell does it.
public interface BrowserActions {
    /// Shows a prompt where the next one may take its place.
    void preview(PromptId prompt);

    /// Opens a prompt to stay.
    void open(PromptId prompt);

    void newPrompt();

    void duplicate(PromptId prompt);

    void rename(PromptId prompt);

    void delete(PromptId prompt);

    void promote(PromptId prompt);

    void tag(PromptId prompt);

    /// Asks for files and makes prompts of them.
    void importFile();

    /// Asks for a folder and makes prompts of what is in it.
    void importFolder();

    void fillWithSamples();
}
