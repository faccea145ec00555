package stemma.template;

import stemma.prompt.Json;

/// How an engine prints values that are no text.
enum Wording {
    MUSTACHE("true", "false", ""),
    PYTHON("True", "False", "None"),
    GO("true", "false", "<no value>");

    private final String yes;
    private final String no;
    private final String nothing;

    Wording(String yes, String no, String nothing) {
        this.yes = yes;
        this.no = no;
        this.nothing = nothing;
    }

    /// Lists and objects are printed as JSON: the one form that every model reads.
    String print(Json value) {
        return switch (value) {
            case Json.Text(String text) -> text;
            case Json.Number(String digits) -> digits;
            case Json.Bool(boolean truth) -> truth ? yes : no;
            case Json.Null() -> nothing;
            case Json.Array array -> array.compact();
            case Json.Object object -> object.compact();
        };
    }
}
