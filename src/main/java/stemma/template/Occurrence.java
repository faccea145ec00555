package stemma.template;

/// One place where a text uses a variable that its caller must supply.
///
/// @param name the variable, without the members behind it: `user` in `{{ user.name }}`
/// @param path the variable with its members: `user.name`
/// @param start index of the name's first `char`
/// @param end index after the name's last `char`
/// @param maybeMember whether the syntax cannot tell the variable from a member of the section around it: `name` in
///     `{{#user}}{{name}}{{/user}}`
public record Occurrence(String name, String path, int start, int end, boolean maybeMember) {}
