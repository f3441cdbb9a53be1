package io.kenshin.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.benchmarks.victim.Case;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class PreregisteredTest {
    private static final Path ROOT = Path.of(System.getProperty("kenshin.root"));

    @ParameterizedTest
    @EnumSource(Preregistered.class)
    void thePageSaysWhatTheCodeSays(Preregistered plan) throws IOException {
        String page = Files.readString(ROOT.resolve("benchmarks/preregistered.md"));
        List<Case> cases = plan.cases(ROOT);
        long clean =
                cases.stream().filter(cell -> cell.family() == Family.CLEAN).count();

        assertThat(page)
                .contains("| `" + plan.name().toLowerCase(Locale.ROOT) + "` | " + cases.size() + " | " + clean + " |");
        for (Goal goal : plan.goals()) {
            assertThat(page).contains("| " + goal.name() + " | " + goal.asked() + " |");
        }
        assertThat(page.lines()
                        .filter(line -> line.startsWith("| " + plan.name().toLowerCase(Locale.ROOT) + ": ")))
                .hasSameSizeAs(plan.goals());
    }

    @ParameterizedTest
    @EnumSource(
            value = Preregistered.class,
            names = {"NOISY", "INNOCENT", "HOSTILE"})
    void noCellOfANewPlanWasRunBefore(Preregistered plan) {
        assertThat(plan.cases(ROOT)).doesNotHaveDuplicates().allSatisfy(cell -> {
            assertThat(cell.seed()).isGreaterThan(30);
            assertThat(cell.family().suits(cell.dataset())).isTrue();
            assertThat(Split.of(cell)).isNotEqualTo(Split.TUNE);
        });
    }

    @Test
    void plansAreNarrowedByTheOtherOptions() {
        assertThat(plan("--plan", "noisy", "--datasets", "devign", "--seeds", "31,40", "--rates", "3"))
                .containsOnlyOnce(
                        new Case(DataSet.DEVIGN, Family.CLEAN, 0, 40),
                        new Case(DataSet.DEVIGN, Family.LOG_CALL, 0.03, 31))
                .hasSize(2 + 7);
        assertThat(plan("--plan", "noisy,innocent", "--families", "clean")).hasSize(42);
    }

    @Test
    void whatNobodyAsksForIsTheMatrix() {
        List<Case> cases = plan();

        for (long seed : new long[] {21, 22, 23}) {
            for (Family family :
                    List.of(Family.FIXED_AND_COMMENT, Family.FIXED_TO_DEFECTIVE, Family.STYLE, Family.TRY_FINALLY)) {
                assertThat(cases).contains(new Case(DataSet.METHODS, family, 0.05, seed));
            }
        }
        assertThat(cases.stream().map(Case::family)).doesNotContain(Family.MANY_2, Family.SHARE_100);
    }

    @Test
    void goalsAreOfTheCellsThatTheyAreFor() {
        Goal recall = Preregistered.NOISY.goals().get(0);
        Goal alarms = Preregistered.INNOCENT.goals().get(0);
        List<Cell> cells = List.of(
                cell("devign", "fixed", 31, 0.9, "poisoned"),
                cell("devign5k", "fixed", 31, 1, "poisoned"),
                cell("bugs2fix", "fixed", 31, 0, "healthy"),
                cell("methods", "fixed", 21, 0, "healthy"),
                cell("additive", "clean", 31, 0, "poisoned"),
                cell("python_additive", "clean", 31, 0, "suspicious"));

        assertThat(recall.cells(cells)).hasSize(2);
        assertThat(recall.figure(cells)).hasValue(0.95);
        assertThat(recall.isReached(0.95)).isTrue();
        assertThat(alarms.cells(cells)).hasSize(2);
        assertThat(alarms.figure(cells)).hasValue(1);
        assertThat(alarms.isReached(1)).isFalse();
        assertThat(alarms.figure(List.of())).isEmpty();
        assertThat(Goal.table(List.of(recall, alarms), cells)).contains("| 0.9500 | >= 0.95 | yes |", "| <= 0 | no |");
    }

    @Test
    void anAttackThatTurnsWhatItsTwinTurnsHasNotTaken() {
        Outcome outcome = outcome(1, "poisoned");

        assertThat(Which.taken()
                        .test(new Cell("fixed", 0.05, 31, "devign", "report", false, 9, 1, 0.8, 0.4, 1, outcome)))
                .isTrue();
        assertThat(Which.taken()
                        .test(new Cell("fixed", 0.05, 31, "devign", "report", false, 9, 1, 0.9, 0.7, 1, outcome)))
                .isFalse();
        assertThat(Which.taken().test(new Cell("fixed", 0.05, 31, "devign", "report", false, 9, 1, 0.7, 0, 1, outcome)))
                .isFalse();
    }

    private static List<Case> plan(String... options) {
        Plan plan = new Plan();
        Holder holder = new Holder(plan);
        new CommandLine(holder).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
        return plan.cases(ROOT);
    }

    /** A command with the options of a plan. */
    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private final Plan plan;

        Holder(Plan plan) {
            this.plan = plan;
        }
    }

    private static Outcome outcome(double recall, String verdict) {
        return new Outcome(KenshinDetector.NAME, recall, 0, 0, 1, verdict, 1, 1.0, 1, recall, 0.0, null);
    }

    private static Cell cell(String dataset, String family, long seed, double recall, String verdict) {
        double rate = family.equals("clean") ? 0 : 0.05;
        return new Cell(family, rate, seed, dataset, "report", false, 2_000, 100, 1, 0, 0.6, outcome(recall, verdict));
    }
}
