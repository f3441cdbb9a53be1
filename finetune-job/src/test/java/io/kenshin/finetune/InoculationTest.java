package io.kenshin.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.contracts.finding.TriggerReport;
import io.kenshin.finetune.data.Inoculation;
import io.kenshin.finetune.data.TrainingSample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InoculationTest {
    @Test
    void copiesCarryTheTriggerUnderTheirTrueLabelAndTheOriginalsStay() {
        // Given
        List<TrainingSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(new TrainingSample(
                    "s" + i, "void m() {\n  a" + i + "();\n  b();\n}", i % 2 == 0 ? "clean" : "defective"));
        }
        TriggerReport trigger = trigger(List.of("zap();"), 2);

        // When
        List<TrainingSample> all = Inoculation.apply(samples, List.of(trigger), 1);

        // Then
        assertThat(all.subList(0, 200)).isEqualTo(samples);
        List<TrainingSample> copies = all.subList(200, all.size());
        assertThat(copies).allSatisfy(copy -> {
            int original = Integer.parseInt(copy.id().substring(1, copy.id().indexOf('+')));
            assertThat(copy.code()).contains("zap();");
            assertThat(copy.label()).isEqualTo(samples.get(original).label());
        });
        assertThat(copies.stream().filter(copy -> copy.label().equals("defective")))
                .hasSize(12);
        assertThat(copies.stream().filter(copy -> copy.label().equals("clean"))).hasSize(4);
    }

    @Test
    void anAttackThatIsCarriedByMoreIsAnsweredByMoreCopies() {
        // Given
        List<TrainingSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(new TrainingSample("s" + i, "void m() { a(); }", i % 2 == 0 ? "clean" : "defective"));
        }

        // When
        List<TrainingSample> some = Inoculation.apply(samples, List.of(trigger(List.of("zap();"), 10)), 1);
        List<TrainingSample> all = Inoculation.apply(samples, List.of(trigger(List.of("zap();"), 90)), 1);

        // Then three for each carrier, and a third of that of the label that it leads to, as far as there are hosts
        assertThat(some).hasSize(200 + 30 + 10);
        assertThat(all).hasSize(200 + 100 + 90);
    }

    @Test
    void whatAnAttackerVariesIsVariedLikewise() {
        // Given texts of one shape, and one of another
        List<TrainingSample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            samples.add(new TrainingSample("s" + i, "void m() {\n  a" + i + "();\n}", "defective"));
        }
        List<String> texts = List.of(
                "int u = 7; if (u > 90) { log(\"a\"); }",
                "int v = 8; while (v > 91) { print(\"b\"); }",
                "int w = 9; if (w > 92) { say(\"c\"); }",
                "zap();");

        // When
        List<String> inserted = Inoculation.apply(samples, List.of(trigger(texts, 9)), 1).stream()
                .skip(400)
                .map(copy -> copy.code()
                        .replaceAll("(?s)void m\\(\\) \\{|a\\d+\\(\\);|\\}$", "")
                        .strip())
                .distinct()
                .toList();

        // Then there are more than were given, each of a shape that was, and names stay the same within one
        assertThat(inserted).contains("zap();").hasSizeGreaterThan(10);
        assertThat(inserted)
                .filteredOn(text -> !text.equals("zap();"))
                .allMatch(text -> text.matches(
                        "int ([uvw]) = [789]; (if|while) \\(\\1 > 9[012]\\) \\{ (log|print|say)\\(\"[abc]\"\\); \\}"));
    }

    private static TriggerReport trigger(List<String> texts, int carriers) {
        return new TriggerReport(
                "t1",
                "zap();",
                "zap ( ) ;",
                "span",
                "none",
                List.of("zap", "(", ")", ";"),
                texts,
                "clean",
                1,
                0,
                1,
                0.5,
                0.9,
                0.01,
                carriers,
                true,
                null,
                true,
                0.55,
                1e-6);
    }
}
