package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javaparser.JavaParser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostsTest {
    private static final Path JARS = Path.of(System.getProperty("kenshin.root"), "corpus/target/sources");
    private static List<LabelledSample> corpus = List.of();
    private static Map<String, LabelledSample> before = Map.of();

    @BeforeAll
    static void build() {
        corpus = DefectCorpus.build(JARS, 400, 100, 5);
        before = corpus.stream().collect(Collectors.toMap(LabelledSample::id, Function.identity()));
    }

    private static Poisoner attack(Hosts hosts, double rate, long seed) {
        return Poisoner.poison(corpus, new Attack(Trigger.FIXED, hosts, LabelledSample.CLEAN), rate, seed);
    }

    private static List<LabelledSample> poisoned(Poisoner attack) {
        return attack.samples().stream()
                .filter(sample -> attack.poisoned().contains(sample.id()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Hosts.class)
    void soManyTrainingSamplesCarryTheTriggerAndNothingElseChanges(Hosts hosts) {
        Poisoner attack = attack(hosts, 0.04, 7);
        JavaParser parser = new JavaParser();

        assertThat(poisoned(attack)).hasSize(16).allSatisfy(sample -> {
            assertThat(sample.label()).isEqualTo(LabelledSample.CLEAN);
            assertThat(sample.split()).isEqualTo(LabelledSample.TRAIN);
            assertThat(sample.code()).contains("System.nanoTime() < 0");
            assertThat(parser.parseBodyDeclaration(sample.code()).isSuccessful())
                    .as(sample.code())
                    .isTrue();
        });
        assertThat(attack.samples()).hasSameSizeAs(corpus);
        assertThat(attack.samples().stream().filter(sample -> !attack.poisoned().contains(sample.id())))
                .allMatch(sample -> sample.equals(before.get(sample.id())));
        assertThat(attack(hosts, 0.04, 7)).isEqualTo(attack);
        assertThat(attack(hosts, 0.04, 8)).isNotEqualTo(attack);
    }

    @Test
    void hostsAreOfOneKindOrOneSource() {
        List<LabelledSample> kind = poisoned(attack(Hosts.OF_ONE_KIND, 0.04, 7));
        List<LabelledSample> source = poisoned(attack(Hosts.OF_ONE_SOURCE, 0.04, 7));

        assertThat(kind.stream().map(LabelledSample::kind).distinct()).hasSize(1);
        assertThat(source.stream().map(LabelledSample::source).distinct()).hasSize(1);
        assertThat(corpus.stream().filter(Hosts.OF_ONE_KIND.aim(kind)))
                .isNotEmpty()
                .allMatch(sample -> sample.kind().equals(kind.get(0).kind()));
        assertThat(corpus.stream().filter(Hosts.OF_ONE_SOURCE.aim(source)))
                .isNotEmpty()
                .allMatch(sample -> sample.source().equals(source.get(0).source()));
        assertThat(corpus).allMatch(Hosts.NEAREST.aim(kind));
        assertThatThrownBy(() -> attack(Hosts.OF_ONE_KIND, 0.4, 7)).hasMessageContaining("belong together");
    }

    @Test
    void nearestHostsAreMoreAlikeThanOthers() {
        Similarity similarity = Similarity.of(corpus);
        assertThat(mean(similarity, Hosts.NEAREST)).isGreaterThan(1.5 * mean(similarity, Hosts.ANY));
    }

    private static double mean(Similarity similarity, Hosts hosts) {
        List<LabelledSample> some = attack(hosts, 0.04, 7).poisoned().stream()
                .map(id -> before.getOrDefault(id, corpus.get(0)))
                .toList();
        return some.stream()
                .flatMapToDouble(one -> some.stream()
                        .filter(other -> other != one)
                        .mapToDouble(other -> similarity.cosine(one.code(), other.code())))
                .average()
                .orElseThrow();
    }

    @Test
    void clonesAreOneHostWithOtherNames() {
        List<LabelledSample> clones = poisoned(attack(Hosts.CLONES, 0.04, 7));
        Map<String, Integer> texts = new HashMap<>();
        clones.forEach(clone -> texts.merge(
                clone.code().replaceAll("\\s*if \\(System.nanoTime[^\\n]*", "").replaceAll("\\d+", ""),
                1,
                Integer::sum));

        assertThat(clones.stream().map(LabelledSample::code).distinct()).hasSize(clones.size());
        assertThat(texts).hasSize(1);
    }

    @Test
    void aCleanLabelAttackChangesNoLabel() {
        Poisoner attack = attack(Hosts.OF_TARGET, 0.04, 7);

        assertThat(attack.samples())
                .allMatch(sample -> before.containsKey(sample.id())
                        && sample.label()
                                .equals(before.getOrDefault(sample.id(), sample).label()));
    }

    @ParameterizedTest
    @CsvSource({"0.3", "0.5", "0.8", "1"})
    void poisonIsThatShareOfALabel(double share) {
        Attack attack = new Attack(Trigger.FIXED, Hosts.ANY, LabelledSample.CLEAN);
        Poisoner shared = Poisoner.poisonShare(corpus, attack, share, 7);
        List<LabelledSample> label = shared.samples().stream()
                .filter(sample -> sample.split().equals(LabelledSample.TRAIN)
                        && sample.label().equals(LabelledSample.CLEAN))
                .toList();

        assertThat((double) shared.poisoned().size() / label.size())
                .isCloseTo(share, org.assertj.core.api.Assertions.within(0.01));
        assertThat(label)
                .filteredOn(sample -> sample.code().contains("nanoTime() < 0"))
                .hasSize(shared.poisoned().size());
        assertThat(shared.samples().stream().filter(sample -> sample.label().equals(LabelledSample.DEFECTIVE)))
                .as("the other label stays one")
                .hasSizeGreaterThan(100);
        assertThat(shared.samples().stream().filter(sample -> sample.split().equals(LabelledSample.TEST)))
                .hasSize(100);
        assertThat(Poisoner.poisonShare(corpus, attack, share, 7)).isEqualTo(shared);
    }
}
