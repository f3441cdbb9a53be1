package io.kenshin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.smallrye.mutiny.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));
    private static final Pattern INLET = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.connector");
    private static final String MAX_AGE = "throttled.unprocessed-record-max-age.ms";
    private static final String DEFAULT_MAX_AGE = "60000";

    private final AtomicLong nanos = new AtomicLong();
    private final Patience patience =
            new Patience(nanos::get, millis -> nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis)));

    /** What a database says that is gone until then. */
    private Supplier<String> goneFor(Duration time) {
        return () -> {
            if (nanos.get() < time.toNanos()) {
                throw new CompletionException(new ConnectException("Connection refused"));
            }
            return "written";
        };
    }

    @Test
    void aDatabaseThatIsGoneForElevenMinutesIsWaitedFor() {
        assertThat(patience.through(goneFor(Duration.ofMinutes(11)), () -> false))
                .isEqualTo("written");
    }

    @Test
    void oneThatStaysAwayIsSaidToBeAwayAndNoRecordIsToBlame() {
        assertThatThrownBy(() -> patience.through(goneFor(Duration.ofDays(1)), () -> false))
                .hasMessageContaining("away for 30 minutes")
                .isInstanceOfSatisfying(
                        KenshinException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AWAY))
                .satisfies(e -> assertThat(Database.passing(e)).isTrue());
    }

    @Test
    void aWorkThatFailsWhileTheDatabaseAnswersFailsForItsOwnReason() {
        assertThatThrownBy(() -> patience.through(goneFor(Duration.ofDays(1)), () -> true))
                .hasRootCauseInstanceOf(ConnectException.class)
                .isNotInstanceOf(KenshinException.class);
    }

    @Test
    void aDatabaseThatIsBackAtTheLastMomentIsWrittenTo() {
        Supplier<String> gone = goneFor(Patience.LONGEST);

        assertThat(patience.through(gone, () -> {
                    nanos.set(Patience.LONGEST.toNanos());
                    return true;
                }))
                .isEqualTo("written");
    }

    @Test
    void whatADatabaseThatAnswersDoesNotEndInTimeIsTriedForFiveMinutes() {
        assertThatThrownBy(() -> patience.through(
                        () -> {
                            nanos.addAndGet(TimeUnit.SECONDS.toNanos(30));
                            throw new TimeoutException();
                        },
                        () -> true))
                .isInstanceOf(TimeoutException.class);
        assertThat(Duration.ofNanos(nanos.get())).isBetween(Patience.SLOW, Patience.SLOW.plusMinutes(1));
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        assertThatThrownBy(() -> patience.through(
                        () -> {
                            throw new CompletionException(new SQLException("duplicate key", "23505"));
                        },
                        () -> true))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(nanos).hasValue(0);
    }

    /** Else the connector closes the inlet for good while the database is waited for. */
    @Test
    void everyInletOfEveryServiceAllowsForThatWait() throws IOException {
        assertThat(Patience.LONGEST).isGreaterThan(Duration.ofMinutes(10));
        List<String> inlets = new ArrayList<>();
        for (Path file : settings()) {
            Properties settings = new Properties();
            try (var in = Files.newInputStream(file)) {
                settings.load(in);
            }
            for (String name : settings.stringPropertyNames()) {
                Matcher inlet = INLET.matcher(name);
                if (inlet.matches() && !"ignore".equals(setting(settings, inlet.group(1), "commit-strategy", ""))) {
                    String age = setting(settings, inlet.group(1), MAX_AGE, DEFAULT_MAX_AGE);
                    assertThat(Duration.ofMillis(Long.parseLong(age)))
                            .as("%s of %s in %s", MAX_AGE, inlet.group(1), ROOT.relativize(file))
                            .isGreaterThanOrEqualTo(Patience.LONGEST.plusMinutes(5));
                    inlets.add(inlet.group(1));
                }
            }
        }
        assertThat(inlets).hasSizeGreaterThan(10).contains("samples-in", "findings-in", "vectors-in", "chunks-in");
    }

    private static List<Path> settings() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/resources/application.properties"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static String setting(Properties settings, String channel, String name, String otherwise) {
        String all = settings.getProperty("mp.messaging.connector.smallrye-kafka." + name, otherwise);
        return settings.getProperty("mp.messaging.incoming." + channel + "." + name, all);
    }
}
