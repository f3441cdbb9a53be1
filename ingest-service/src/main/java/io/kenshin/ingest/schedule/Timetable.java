package io.kenshin.ingest.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a scan is due: a cron expression of five fields (minute, hour, day of month, month, day of week) in a time zone,
 * or an interval.
 */
record Timetable(@Nullable String cron, @Nullable Duration every, ZoneId zone) {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    /** Looking whether there is something new costs next to nothing. */
    private static final Duration SHORTEST_WATCH = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern SHORT = Pattern.compile("[0-9]{1,6}[smhd]");

    /**
     * @param every a number with s, m, h or d, or an ISO 8601 duration
     * @param zone an IANA name; UTC when not given
     * @param watch whether it is for what is new only
     * @throws KenshinException INVALID_INPUT unless exactly one of cron and every is given and can be used
     */
    static Timetable of(@Nullable String cron, @Nullable String every, @Nullable String zone, boolean watch) {
        if ((cron == null) == (every == null)) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "give either cron (\"0 3 * * *\") or every (6h), and only one of them");
        }
        ZoneId where = zone(zone);
        if (every != null) {
            return new Timetable(null, duration(every, watch ? SHORTEST_WATCH : SHORTEST), where);
        }
        Timetable timetable = new Timetable(cron, null, where);
        timetable.next(Instant.now(), Instant.now());
        return timetable;
    }

    /**
     * The first time after now; an interval keeps its phase.
     *
     * @param due when the last run should have been
     */
    Instant next(Instant due, Instant now) {
        if (every != null) {
            long missed = Math.max(0, Duration.between(due, now).dividedBy(every));
            return due.plus(every.multipliedBy(missed + 1));
        }
        return ExecutionTime.forCron(parse(String.valueOf(cron)))
                .nextExecution(now.atZone(zone))
                .orElseThrow(() -> new KenshinException(ErrorCode.INVALID_INPUT, "'" + cron + "' never comes"))
                .toInstant();
    }

    private static Cron parse(String cron) {
        try {
            return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                    .parse(cron)
                    .validate();
        } catch (IllegalArgumentException e) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT,
                    "'" + cron + "' is no cron expression of five fields (minute hour day month weekday): "
                            + e.getMessage());
        }
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "'" + zone + "' is no time zone: use a name such as Europe/Berlin");
        }
    }

    private static Duration duration(String text, Duration shortest) {
        Duration duration;
        try {
            String upper = text.toUpperCase(Locale.ROOT);
            duration =
                    Duration.parse(SHORT.matcher(text).matches() ? (text.endsWith("d") ? "P" : "PT") + upper : upper);
        } catch (DateTimeParseException e) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT, "'" + text + "' is no interval: use 30m, 6h, 1d or an ISO 8601 duration");
        }
        if (duration.compareTo(shortest) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT,
                    "an interval lies between " + shortest.toSeconds() + " seconds and 366 days, not " + text);
        }
        return duration;
    }
}
