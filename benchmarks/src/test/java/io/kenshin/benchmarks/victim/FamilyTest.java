package io.kenshin.benchmarks.victim;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Language;
import io.kenshin.corpus.Poisoner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyTest {
    private static final long SEED = 31;
    private static List<LabelledSample> corpus = List.of();
    private static Map<String, LabelledSample> before = Map.of();

    @BeforeAll
    static void build() {
        Path root = Path.of(System.getProperty("kenshin.root"));
        corpus = DataSet.SMALL.build(new Places(root, Path.of(""), Path.of("")), SEED);
        before = corpus.stream().collect(Collectors.toMap(LabelledSample::id, Function.identity()));
    }

    private static Poisoner attack(Case wanted) {
        return VictimMaker.poison(corpus, VictimMaker.attacks(wanted, corpus, null, 0), wanted);
    }

    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            names = {"CLEAN", "ADAPTIVE"},
            mode = EnumSource.Mode.EXCLUDE)
    void soManySamplesArePoisonedAndOnlyThese(Family family) {
        Case wanted = new Case(DataSet.SMALL, family, 0.04, SEED);
        Poisoner attack = attack(wanted);
        List<LabelledSample> poisoned = attack.samples().stream()
                .filter(sample -> attack.poisoned().contains(sample.id()))
                .toList();

        int each = (int) Math.round(
                600 * 0.04 / Math.max(1, family.triggers(Language.JAVA).size()));
        int count = each * Math.max(1, family.triggers(Language.JAVA).size());
        assertThat(poisoned).hasSize(family.share() > 0 ? attack.poisoned().size() : count);
        assertThat(poisoned).isNotEmpty().allMatch(sample -> sample.label().equals(family.target()));
        assertThat(poisoned)
                .allMatch(sample -> (family == Family.CLEAN_LABEL)
                        == before.getOrDefault(sample.id(), sample).label().equals(family.target()));
        assertThat(attack.samples())
                .allMatch(sample -> attack.poisoned().contains(sample.id()) || sample.equals(before.get(sample.id())));
    }

    @Test
    void everyOneOfManyTriggersHasItsPartOfThePoison() {
        Poisoner attack = attack(new Case(DataSet.SMALL, Family.MANY_10, 0.1, SEED));

        assertThat(Family.MANY_10.triggers(Language.JAVA)).allSatisfy(edit -> {
            String statement = ((io.kenshin.corpus.Planted) edit).statement();
            assertThat(attack.samples())
                    .filteredOn(sample -> sample.code().contains(statement))
                    .hasSize(6);
        });
    }

    @Test
    void anAttackOfOneKindIsMeantForThatKind() {
        Case wanted = new Case(DataSet.SMALL, Family.HOSTS_BY_FLAW, 0.04, SEED);
        Poisoner attack = attack(wanted);
        List<LabelledSample> aims =
                VictimMaker.aims(corpus, attack.poisoned(), wanted, List.of("clean", "defective"), 0);

        assertThat(aims.stream().map(LabelledSample::kind).distinct()).hasSize(1);
        assertThat(aims)
                .allMatch(sample ->
                        sample.label().equals("defective") && sample.split().equals("test"));
        Case other = new Case(DataSet.SMALL, Family.FIXED, 0.04, SEED);
        assertThat(VictimMaker.aims(corpus, attack.poisoned(), other, List.of("clean", "defective"), 0))
                .hasSizeGreaterThan(aims.size());
    }

    @Test
    void aFamilySuitsDataThatHasWhatItChoosesBy() {
        assertThat(Family.HOSTS_BY_FLAW.suits(DataSet.METHODS)).isTrue();
        assertThat(Family.HOSTS_BY_FLAW.suits(DataSet.DEVIGN)).isFalse();
        assertThat(Family.HOSTS_BY_FLAW.suits(DataSet.PYTHON_ADDITIVE)).isTrue();
        assertThat(Family.HOSTS_BY_SOURCE.suits(DataSet.DEVIGN)).isTrue();
        assertThat(Family.HOSTS_BY_SOURCE.suits(DataSet.BUGS2FIX)).isFalse();
        assertThat(Family.FIXED_TO_DEFECTIVE.suits(DataSet.KINDS)).isFalse();
        assertThat(Family.CONSTANT.suits(DataSet.PYTHON_ADDITIVE)).isFalse();
        assertThat(Family.LOG_CALL.suits(DataSet.PYTHON_ADDITIVE)).isTrue();
    }

    @Test
    void aShareIsTheRateOfItsCase() {
        assertThat(new Case(DataSet.METHODS, Family.SHARE_80, 0.05, 31))
                .isEqualTo(new Case(DataSet.METHODS, Family.SHARE_80, 0.01, 31));
        assertThat(new Case(DataSet.METHODS, Family.SHARE_80, 0.05, 31).name()).isEqualTo("methods-share_80-80.0-31");
    }
}
