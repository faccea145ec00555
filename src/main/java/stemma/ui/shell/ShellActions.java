package stemma.ui.shell;

/// The commands of menus and tools. Those about a prompt mean the one in front, or else the one chosen in the list.
interface ShellActions {
    void newPrompt();

    void openFile();

    void openFolder();

    void openDatabase();

    void openEmbedded();

    void manageStores();

    void closeStore();

    void importFile();

    void importFolder();

    void exportAll();

    void copyToStore();

    void drift();

    void check();

    void backUp();

    void restore();

    void closeTab();

    void reopenTab();

    void quit();

    void saveVersion();

    void discardDraft();

    void promote();

    void tag();

    void duplicate();

    void rename();

    void delete();

    void compare();

    void compareWithProduction();

    void compareWithDraft();

    void compareWithOther();

    void compareWithFile();

    void compareWithClipboard();

    void palette();

    void quickOpen();

    void settings();

    void shortcuts();

    void focusFilter();

    void focusNextPane();

    void welcome();

    void guidedLook();

    void askAuthor();

    void showLog();

    void lookForUpdate();

    void about();
}
