package stemma.store.git;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.UserConfig;

/// Names and e-mail addresses in commits. The address is that of the Git configuration, since the store knows only
/// names, unless an author is written as `Name <address>`.
final class People {
    /// Stand for what neither the author nor the Git configuration tells.
    static final String NOBODY = "Stemma";
    static final String NO_ADDRESS = "stemma@localhost";

    private static final Pattern WITH_ADDRESS = Pattern.compile("(.*\\S)\\s*<([^<>\\s]+@[^<>\\s]+)>");
    /// Git counts seconds from 1970 on and not below.
    private static final Instant LATEST = Instant.parse("2099-12-31T00:00:00Z");

    private final Repo repo;

    People(Repo repo) {
        this.repo = repo;
    }

    /// Who writes the commit.
    PersonIdent committer() {
        UserConfig user = repo.git().getConfig().get(UserConfig.KEY);
        return new PersonIdent(
                user.isCommitterNameImplicit() ? NOBODY : user.getCommitterName(),
                user.isCommitterEmailImplicit() ? NO_ADDRESS : user.getCommitterEmail(),
                repo.clock().instant(),
                ZoneOffset.UTC);
    }

    /// Who did what is committed.
    ///
    /// @param who may be empty
    PersonIdent author(String who, Optional<Instant> when) {
        PersonIdent committer = committer();
        Matcher whole = WITH_ADDRESS.matcher(who.strip());
        String name = whole.matches() ? whole.group(1) : who;
        String address = whole.matches() ? whole.group(2) : committer.getEmailAddress();
        // What Git cannot write in a name, and what it cuts off at its ends.
        String plain = name.replaceAll("[<>\\p{Cntrl}]", " ").strip().replaceAll("^[.,:;\"'\\\\ ]+|[.,:;\"'\\\\ ]+$", "");
        return new PersonIdent(
                plain.isEmpty() ? committer.getName() : plain,
                address,
                when.filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST))
                        .orElseGet(committer::getWhenAsInstant),
                ZoneOffset.UTC);
    }
}
