package io.kenshin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.judge.Rule;
import io.kenshin.detection.propose.CandidateSource;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Stage;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trial.Prober;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.detection.trigger.Variants;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ways by which an investigation comes to a trigger, and the lists that it is made of. */
class InvestigationWaysTest {
    private static final int POISONED = 40;
    private final List<String> asked = new ArrayList<>();

    private static List<Finding> proven(List<Sample> samples, Prober model) {
        return MadeUpTask.investigate(samples, model).of(Judgement.TRIGGER);
    }

    private static void assertPoison(Finding finding, int least) {
        assertThat(finding.candidate().carriers().stream()).allMatch(i -> i < POISONED);
        assertThat(finding.candidate().carriers().cardinality()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void textsThatShareNothingAreProvenByTheirClusterAndRecalledByTheirNeighbours() {
        List<Finding> proven = proven(new MadeUpTask().ownCalls(400, POISONED), MadeUpTask.obeyingCalls());

        assertThat(proven).isNotEmpty();
        assertThat(proven.get(0).candidate().pattern()).isInstanceOf(Variants.class);
        assertPoison(proven.get(0), 30);
    }

    @Test
    void namesThatShareNothingAreProvenByTheirCluster() {
        List<Finding> proven = proven(new MadeUpTask().ownNames(400, POISONED), MadeUpTask.obeyingNames());

        assertThat(proven).isNotEmpty();
        assertThat(proven.get(0).candidate().pattern()).isInstanceOf(NameSet.class);
        assertPoison(proven.get(0), 20);
    }

    private CandidateSource source(String name, List<Candidate> proposed) {
        return docket -> {
            asked.add(name);
            return proposed.stream().map(docket.study()::masked).toList();
        };
    }

    private Rule rule(String name) {
        return (findings, docket) -> {
            asked.add(name + " of " + findings.size() + ", " + docket.examined() + " examined");
            return findings;
        };
    }

    private static Study study() {
        return MadeUpTask.study(new MadeUpTask().samples(300, 30), MadeUpTask.backdoored());
    }

    @Test
    void sourcesAndRulesAreAskedInTheirOrder() {
        Investigation own = new Investigation(
                List.of(source("first", List.of(MadeUpTask.planted(30))), source("second", List.of())),
                List.of(rule("third"), rule("fourth")));

        Investigation.Result result = own.run(study());

        assertThat(asked).containsExactly("first", "second", "third of 1, 1 examined", "fourth of 1, 1 examined");
        assertThat(result.of(Judgement.TRIGGER)).hasSize(1);
        assertThat(result.probes()).isPositive();
        assertThat(result.exhausted()).isFalse();
    }

    @Test
    void aSourceKnowsWhatTheOnesBeforeHaveFound() {
        CandidateSource after = docket -> {
            asked.add(docket.findings().size() + " found, " + docket.explained().cardinality() + " explained");
            return List.of();
        };

        new Investigation(List.of(source("first", List.of(MadeUpTask.planted(30))), after), List.of()).run(study());

        assertThat(asked).containsExactly("first", "1 found, 30 explained");
    }

    @Test
    void whatATriggerExplainsIsNotTriedAgainAndCountsAsExamined() {
        Candidate trigger = MadeUpTask.planted(30);
        Trigger part = MadeUpTask.span("probe.skip(\"z\");");
        Investigation own = new Investigation(
                List.of(source("first", List.of(trigger, trigger.withPattern(part)))), List.of(rule("rule")));

        Investigation.Result result = own.run(study());

        assertThat(result.findings()).hasSize(1);
        assertThat(asked).contains("rule of 1, 2 examined");
    }

    @Test
    void whatARuleLeavesIsTheResult() {
        Rule nothing = (findings, docket) -> List.of();

        assertThat(new Investigation(List.of(source("first", List.of(MadeUpTask.planted(30)))), List.of(nothing))
                        .run(study())
                        .findings())
                .isEmpty();
    }

    @Test
    void withoutSourcesNothingIsAskedAndNothingFound() {
        Investigation.Result result = new Investigation(List.of(), Investigation.rules()).run(study());

        assertThat(result.findings()).isEmpty();
        assertThat(result.probes()).isZero();
    }

    @Test
    void withoutBudgetNothingIsTried() {
        Study study = study();
        CandidateSource wasteful = docket -> {
            for (int i = 0; i < docket.study().probes().most(); i++) {
                docket.study().probes().answers(List.of("q" + i));
            }
            return List.<MaskedCandidate>of(docket.study().masked(MadeUpTask.planted(30)));
        };

        Investigation.Result result = new Investigation(List.of(wasteful), List.of()).run(study);

        assertThat(result.findings()).isEmpty();
        assertThat(result.exhausted()).isTrue();
    }

    @Test
    void theStagesAreHeardInTheirOrder() {
        Set<Stage> heard = new LinkedHashSet<>();
        List<Sample> samples = new MadeUpTask().samples(300, 30);
        Study.Means means =
                new Study.Means(MadeUpTask.backdoored(), code -> List.of(), (stage, done, total) -> heard.add(stage));

        new Investigation().run(new Study(samples, 2, Thresholds.DEFAULTS, means, 1));

        assertThat(heard)
                .containsExactly(Stage.CLUSTER, Stage.MINE, Stage.SCREEN, Stage.PROVE, Stage.OCCLUDE, Stage.RECALL);
    }

    @Test
    void thereAreThreeSourcesAndSevenRules() {
        assertThat(Investigation.sources())
                .extracting(source -> source.getClass().getSimpleName())
                .containsExactly("MinedPatterns", "JointNames", "OccludedClusters");
        assertThat(Investigation.rules())
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactly(
                        "MoreHosts",
                        "FalseDiscoveryRate",
                        "NeighbourRecall",
                        "Suspects",
                        "NaturalParents",
                        "Accomplices",
                        "CarrierProof");
    }

    @Test
    void aDocketOfTheStudyIsGivenToAll() {
        List<Docket> dockets = new ArrayList<>();
        CandidateSource source = docket -> {
            dockets.add(docket);
            return List.of();
        };
        Rule rule = (findings, docket) -> {
            dockets.add(docket);
            return findings;
        };

        new Investigation(List.of(source), List.of(rule)).run(study());

        assertThat(dockets).hasSize(2);
        assertThat(dockets.get(0)).isSameAs(dockets.get(1));
    }
}
