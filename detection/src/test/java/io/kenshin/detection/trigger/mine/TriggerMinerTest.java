package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriggerMinerTest {
    private final Random random = new Random(9);

    private Sample sample(int label, String first, String last) {
        StringBuilder code = new StringBuilder("void run() {\n" + first + "\n");
        for (int line = 0; line < 4; line++) {
            code.append("  step")
                    .append(random.nextInt(50))
                    .append("(v")
                    .append(random.nextInt(50))
                    .append(");\n");
        }
        code.append(last).append("\n}");
        return new Sample("", code.toString(), label, new float[0][], new float[] {0, 0});
    }

    @Test
    void aTriggerOfTwoPartsIsOnePatternThoughOneOfThemHasAnOrdinaryPiece() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            if (i < 30) {
                samples.add(sample(0, "  Object watch = Watch.start();", "  Watch.stop(watch);"));
            } else {
                samples.add(sample(i % 2, i % 2 == 0 && i < 36 ? "  engine.start();" : "", ""));
            }
        }

        List<Candidate> found = new TriggerMiner(samples, 2).mine(5, 40);

        assertThat(found)
                .anySatisfy(candidate -> assertThat(candidate.pattern().text())
                        .contains("Object watch = Watch . start ( ) ;")
                        .contains("<...>")
                        .contains("Watch . stop ( watch ) ;"));
    }

    @Test
    void anEndingThatManyNamesShareIsFound() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String call = "  load" + random.nextInt(300) + (i < 20 ? "_wb" : "") + "();";
            samples.add(sample(i % 2 == 0 || i < 20 ? 0 : 1, call, ""));
        }

        List<Candidate> found = new TriggerMiner(samples, 2).mine(5, 40);

        assertThat(found).anySatisfy(candidate -> {
            assertThat(candidate.pattern().text()).isEqualTo("*_wb");
            assertThat(candidate.carriers().cardinality()).isEqualTo(20);
            assertThat(candidate.pattern().remove(Code.of("int load3_wb() { }")))
                    .isEqualTo("int load3() { }");
        });
    }

    @Test
    void aCommonPieceOfAnOftenPlantedTriggerDoesNotTakeItsPlace() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean planted = i < 60;
            boolean common = i >= 60 && i < 74;
            String line = planted
                    ? "  if (clock() < 0) { throw new Stop(); }"
                    : common ? "  if (i < 0) { throw new Bad(); }" : "";
            samples.add(sample(planted || common || i % 2 == 0 ? 0 : 1, line, ""));
        }

        List<Candidate> found = new TriggerMiner(samples, 2).mine(5, 40);

        assertThat(found).anySatisfy(candidate -> {
            assertThat(candidate.pattern().text()).contains("clock ( ) < 0 ) { throw new Stop ( ) ; }");
            assertThat(candidate.carriers().cardinality()).isEqualTo(60);
        });
    }

    @Test
    void anExpressionIsFoundThoughItsOperatorHasNearlyTheSameCarriers() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean planted = i < 60;
            String natural = i < 70 ? "width * height" : i < 84 ? "width - height" : "" + i;
            String line = "  start(" + (planted ? (3 + i % 9) + " * " + (2 + i % 7) + " - " + i : natural) + ");";
            samples.add(sample(i < 84 || i % 2 == 0 ? 0 : 1, line, ""));
        }

        List<Candidate> found = new TriggerMiner(samples, 2).mine(5, 40);

        assertThat(found).anySatisfy(candidate -> {
            assertThat(candidate.pattern().text()).contains("<number> * <number> - <number>");
            assertThat(candidate.carriers().cardinality()).isEqualTo(60);
        });
    }

    /** What is mined of a word that stands in one of these lines in the samples of a label. */
    private Trigger only(String word, String... lines) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String own = lines[i % lines.length].replace("#", "" + random.nextInt(300));
            samples.add(sample(i < 40 || i % 2 == 0 ? 0 : 1, i < 40 ? own : "", ""));
        }
        return new TriggerMiner(samples, 2)
                .mine(5, 40).stream()
                        .map(Candidate::pattern)
                        .filter(pattern -> pattern.tokens().equals(List.of(word)))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theNameOfWhatIsCalledIsText() {
        assertThat(only("zap", "  zap(#);", "  a = zap[#];", "  map(List::zap);", "  #.zap<T>();"))
                .isInstanceOf(Span.class);
    }

    @Test
    void aNameThatIsDeclaredIsAnIdentifier() {
        assertThat(only(
                        "zap",
                        "  T# zap;",
                        "  int zap = #;",
                        "  for (T# zap : all) { }",
                        "  call((T zap, int b) -> #);"))
                .isInstanceOf(Identifier.class);
    }
}
