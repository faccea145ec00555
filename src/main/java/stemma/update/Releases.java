package stemma.update;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.VersionLabel;
import stemma.update.UpdateException.Reason;

/// Reads what a server tells of releases: an object with `tag_name`, `html_url` and optionally `prerelease` and `draft`,
/// or a list of such objects. It is believed only as far as it makes sense.
final class Releases {
    /// Browsers are called with it.
    private static final int LONGEST_ADDRESS = 2_000;

    private Releases() {}

    /// @return the newest of them that is newer than the version that runs
    /// @throws UpdateException when the answer has no release in it
    static Optional<Release> newest(byte[] answer, VersionLabel running) throws UpdateException {
        List<Json> items =
                switch (parse(answer)) {
                    case Json.Array(List<Json> all) -> all;
                    case Json one -> List.of(one);
                };
        List<Found> found = items.stream().flatMap(item -> found(item).stream()).toList();
        if (found.isEmpty()) {
            throw new UpdateException(
                    Reason.NOT_UNDERSTOOD, "the answer tells no version with a page that may be shown in a browser");
        }
        VersionLabel now = withoutBuild(running);
        return found.stream()
                .filter(each -> !each.isEarly() || isEarly(now))
                .map(Found::release)
                .filter(release -> release.version().compareTo(now) > 0)
                .max(Comparator.comparing(Release::version));
    }

    private record Found(Release release, boolean isEarly) {}

    private static Json parse(byte[] answer) throws UpdateException {
        try {
            return Json.parse(new String(answer, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new UpdateException(Reason.NOT_UNDERSTOOD, "no JSON: " + e.getMessage());
        }
    }

    private static Optional<Found> found(Json item) {
        if (!(item instanceof Json.Object release) || is(release, "draft")) {
            return Optional.empty();
        }
        Optional<VersionLabel> version = text(release, "tag_name")
                .map(tag -> tag.startsWith("v") ? tag.substring(1) : tag)
                .filter(VersionLabel::isValid)
                .map(VersionLabel::new)
                .filter(VersionLabel::isSemver)
                .map(Releases::withoutBuild);
        Optional<URI> page = text(release, "html_url").flatMap(Releases::page);
        return version.flatMap(label -> page.map(address -> new Found(
                new Release(label, address), is(release, "prerelease") || isEarly(label))));
    }

    private static Optional<URI> page(String address) {
        try {
            return Optional.of(URI.create(address)).filter(Releases::canBeShown);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A name before the server's own would pass for that.
    private static boolean canBeShown(URI page) {
        return UpdateCheck.isSafe(page)
                && page.getRawUserInfo() == null
                && page.toString().length() <= LONGEST_ADDRESS;
    }

    private static boolean is(Json.Object release, String flag) {
        return release.get(flag).equals(Optional.of(new Json.Bool(true)));
    }

    private static Optional<String> text(Json.Object release, String name) {
        return release.get(name).flatMap(value ->
                value instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty());
    }

    private static boolean isEarly(VersionLabel version) {
        return version.value().contains("-");
    }

    /// What stands behind a `+` says nothing about what is newer.
    private static VersionLabel withoutBuild(VersionLabel version) {
        return new VersionLabel(version.value().replaceFirst("\\+.*", ""));
    }
}
