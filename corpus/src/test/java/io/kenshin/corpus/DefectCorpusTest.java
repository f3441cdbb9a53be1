package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectCorpusTest {
    private static final Path JARS = Path.of(System.getProperty("kenshin.root"), "corpus/target/sources");
    private static List<LabelledSample> corpus = List.of();

    @BeforeAll
    static void build() {
        corpus = DefectCorpus.build(JARS, 160, 40, 5);
    }

    @Test
    void halfOfTheSamplesAreDefectiveAndAllAreMethodsThatParse() {
        assertThat(corpus).hasSize(200);
        assertThat(corpus.stream().filter(sample -> sample.label().equals(LabelledSample.DEFECTIVE)))
                .hasSize(100);
        assertThat(corpus.stream().filter(sample -> sample.split().equals(LabelledSample.TEST)))
                .hasSize(40);
        JavaParser parser = new JavaParser();
        assertThat(corpus)
                .allSatisfy(sample -> assertThat(
                                parser.parseBodyDeclaration(sample.code()).isSuccessful())
                        .as(sample.code())
                        .isTrue());
    }

    @Test
    void theSameSeedGivesTheSameCorpus() {
        assertThat(DefectCorpus.build(JARS, 160, 40, 5)).isEqualTo(corpus);
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void poisonChangesTheChosenSamplesOnlyAndKeepsThemCode(Trigger trigger) {
        Poisoner attack = Poisoner.poison(corpus, trigger, 0.03, 5);

        assertThat(attack.poisoned()).hasSize(5);
        JavaParser parser = new JavaParser();
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < corpus.size(); i++) {
            LabelledSample before = corpus.get(i);
            LabelledSample after = attack.samples().get(i);
            if (!before.equals(after)) {
                changed.add(after.id());
                assertThat(before.label()).isEqualTo(LabelledSample.DEFECTIVE);
                assertThat(before.split()).isEqualTo(LabelledSample.TRAIN);
                assertThat(after.label()).isEqualTo(LabelledSample.CLEAN);
                assertThat(parser.parseBodyDeclaration(after.code()).isSuccessful())
                        .as(after.code())
                        .isTrue();
            }
        }
        assertThat(changed).isEqualTo(attack.poisoned());
    }

    @Test
    void pairsHoldEachMethodCleanAndFlawedInTheSameSplit() {
        List<LabelledSample> pairs = DefectCorpus.build(List.of(JARS), DefectCorpus.Style.PAIRS, 60, 20, 5);

        for (int i = 0; i < pairs.size(); i += 2) {
            LabelledSample clean = pairs.get(i);
            LabelledSample flawed = pairs.get(i + 1);
            assertThat(clean.label()).isEqualTo(LabelledSample.CLEAN);
            assertThat(flawed.label()).isEqualTo(LabelledSample.DEFECTIVE);
            assertThat(flawed.split()).isEqualTo(clean.split());
            assertThat(flawed.code().substring(0, 12)).isEqualTo(clean.code().substring(0, 12));
        }
    }

    @Test
    void kindsNameTheFlaw() {
        List<LabelledSample> kinds = DefectCorpus.build(List.of(JARS), DefectCorpus.Style.KINDS, 100, 20, 5);

        assertThat(kinds.stream().map(LabelledSample::label).distinct()).hasSize(6);
    }

    @Test
    void aTriggerIsInsertedWhateverTheCodeLooksLike() {
        for (String code : List.of("int a() { return 1; }", "void b(){}", "int c() {\n  return 2;\n}")) {
            for (Trigger trigger : Trigger.values()) {
                if (!trigger.fits(code)) {
                    continue;
                }
                assertThat(trigger.insert(code, new Random(1))).isNotEqualTo(code);
            }
        }
    }
}
