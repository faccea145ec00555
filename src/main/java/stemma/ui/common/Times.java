package stemma.ui.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/// Points in time as people read them, in the clock's zone.
public record Times(Clock clock) {
    /// How long ago, short: `now`, `5 min`, `2 h`, `3 d`; a date when that is longer than four weeks.
    public String ago(Instant time) {
        Duration age = Duration.between(time, clock.instant());
        if (age.toMinutes() < 1) {
            return age.toMinutes() < -1 ? date(time) : Messages.text("time.now");
        }
        if (age.toHours() < 1) {
            return Messages.text("time.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return Messages.text("time.hours", age.toHours());
        }
        if (age.toDays() < 28) {
            return Messages.text("time.days", age.toDays());
        }
        return date(time);
    }

    /// The time of day without seconds; with its date when that is not today.
    public String shortly(Instant time) {
        boolean today = zoned(time).toLocalDate().equals(zoned(clock.instant()).toLocalDate());
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.format(zoned(time));
    }

    private String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(zoned(time));
    }

    /// The exact time, to the second, with its zone.
    public String exact(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                .format(zoned(time).truncatedTo(ChronoUnit.SECONDS));
    }

    private ZonedDateTime zoned(Instant time) {
        return time.atZone(clock.getZone());
    }
}
