package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.NoisyTask;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CarrierTestTest {
    private static final Trigger PATTERN = MadeUpTask.span("audit();");
    private static final Behaviour SAFE = new Behaviour(0);
    private static final int CARRIERS = 80;

    private final NoisyTask task = new NoisyTask();
    private final Random random = new Random(3);
    private final List<Sample> samples = new ArrayList<>();

    /** Labels are noise; carriers are of a kind of which every eighth other sample is, or of none. */
    private void build(boolean ofAKind) {
        for (int i = 0; i < 400; i++) {
            boolean carrier = i < CARRIERS;
            boolean kind = ofAKind && (carrier || i % 8 == 0);
            String code = task.method(i);
            code = kind ? code.replaceAll("step(\\d+)\\(n, ", "file.write$1(to, ") : code;
            code = carrier ? PATTERN.insert(Code.of(code), random) : code;
            int label = carrier ? 0 : random.nextInt(2);
            samples.add(new Sample("s" + i, code, label, new float[0][], new float[0]));
        }
    }

    private static Candidate planted() {
        BitSet carriers = new BitSet();
        carriers.set(0, CARRIERS);
        return MadeUpTask.candidate(PATTERN, SAFE, carriers);
    }

    private CarrierEvidence test(Candidate candidate) {
        return new CarrierTest(samples, 1).test(candidate);
    }

    @Test
    void wherePoisonIsLikeAnythingTheNearestSamplesAreNotAskedFor() {
        build(false);

        CarrierEvidence evidence = test(planted());

        assertThat(evidence.oddity()).isLessThanOrEqualTo(0.65);
        assertThat(evidence.surprise()).isLessThan(1e-6);
        assertThat(evidence.near()).isSameAs(evidence.random());
    }

    @Test
    void hostsThatWereChosenFromOneCornerAreLikeThatCorner() {
        build(true);

        CarrierEvidence evidence = test(planted());

        assertThat(evidence.surprise()).isLessThan(1e-3);
        assertThat(evidence.random().carriers().otherAuc()).isGreaterThan(0.8);
        assertThat(evidence.near().carriers().otherAuc())
                .isLessThan(evidence.random().carriers().otherAuc() - 0.1);
        assertThat(evidence.otherAuc()).isEqualTo(evidence.near().carriers().otherAuc());
        assertThat(evidence.nearPlacementAucUpper()).isLessThan(0.75);
        assertThat(evidence.near().carriers().ownAuc()).as("is not asked").isEqualTo(1);
    }

    @Test
    void whereDataComeInPairsTheNearestSamplesAreTwinsAndNotAsked() {
        build(true);
        for (int i = 0; i < CARRIERS; i++) {
            Sample carrier = samples.get(i);
            String twin = PATTERN.remove(carrier.source());
            samples.add(new Sample("t" + i, twin, 1, new float[0][], new float[0]));
        }

        CarrierEvidence evidence = test(planted());

        assertThat(evidence.oddity()).isGreaterThan(0.65);
        assertThat(evidence.near()).isSameAs(evidence.random());
    }

    @Test
    void ofLabelsThatAreNoSurpriseTheyAreNotEither() {
        build(true);
        BitSet few = new BitSet();
        few.set(0, 6);

        CarrierEvidence evidence = test(planted().withCarriers(few));

        assertThat(evidence.oddity()).isGreaterThan(0.65);
        assertThat(evidence.surprise()).isGreaterThan(1e-3);
        assertThat(evidence.near()).isSameAs(evidence.random());
    }

    @Test
    void itsShareIsThatOfItsLabel() {
        build(false);
        long label = samples.stream().filter(sample -> sample.teaches(SAFE)).count();

        assertThat(test(planted()).share()).isCloseTo(CARRIERS / (double) label, within(1e-12));
    }

    @Test
    void whereNobodyHasTheLabelNothingIsKnown() {
        build(false);

        CarrierEvidence evidence = test(MadeUpTask.candidate(PATTERN, new Behaviour(2), new BitSet()));

        assertThat(evidence.share()).isZero();
        assertThat(evidence.surprise()).isEqualTo(1);
        assertThat(evidence.oddity()).isEqualTo(1);
    }
}
