package io.kenshin.detection.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.NoisyTask;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Affix;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.NameSet;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Trigger PATTERN = MadeUpTask.span("audit();");
    private static final Behaviour SAFE = new Behaviour(0);
    private static final int CARRIERS = 60;
    private static final int CONTROLS = 160;

    private final NoisyTask task = new NoisyTask();
    private final Random random = new Random(3);
    private final List<Sample> samples = new ArrayList<>();

    private Placement.Result test(UnaryOperator<String> planting) {
        return test(planting, PATTERN, CARRIERS);
    }

    private Placement.Result test(UnaryOperator<String> planting, Trigger pattern, int carriers) {
        build(planting);
        BitSet some = new BitSet();
        some.set(0, carriers);
        return new Placement(samples, 1).test(MadeUpTask.candidate(pattern, SAFE, some), controls());
    }

    private void build(UnaryOperator<String> planting) {
        samples.clear();
        for (int i = 0; i < CARRIERS + CONTROLS; i++) {
            String code = i < CARRIERS ? planting.apply(task.method(i)) : task.method(i);
            samples.add(new Sample("s" + i, code, i < CARRIERS ? 0 : 1, new float[0][], new float[0]));
        }
    }

    private static List<Integer> controls() {
        return IntStream.range(CARRIERS, CARRIERS + CONTROLS).boxed().toList();
    }

    private static String at(String code, boolean last) {
        Code host = Code.of(code);
        List<Range> places = PATTERN.places(host);
        int token = places.get(last ? places.size() - 1 : 0).from();
        int start = host.tokens().get(token).start();
        return code.substring(0, start) + "audit();\n" + code.substring(start);
    }

    private String anywhere(String code) {
        return PATTERN.insert(Code.of(code), random);
    }

    @Test
    void whatIsPlantedAnywhereStandsLikeRandomPlaces() {
        Placement.Result result = test(this::anywhere);

        assertThat(result.random()).isLessThan(0.62);
        assertThat(result.first()).isGreaterThan(0.8);
        assertThat(result.last()).isGreaterThan(0.8);
        assertThat(result.least()).isEqualTo(result.random());
        assertThat(result.carriers()).isEqualTo(CARRIERS);
        assertThat(result.places()).isEqualTo(CONTROLS);
    }

    @Test
    void whatIsAlwaysPlantedFirstStandsLikeFirstPlaces() {
        Placement.Result result = test(code -> at(code, false));

        assertThat(result.first()).isLessThan(0.62);
        assertThat(result.random()).isGreaterThan(0.8);
        assertThat(result.least()).isEqualTo(result.first());
    }

    @Test
    void whatIsAlwaysPlantedLastStandsLikeLastPlaces() {
        Placement.Result result = test(code -> at(code, true));

        assertThat(result.last()).isLessThan(0.62);
        assertThat(result.random()).isGreaterThan(0.8);
        assertThat(result.least()).isEqualTo(result.last());
    }

    @Test
    void firstPlacesAreNoMatchForWhatSeldomStandsFirst() {
        Random third = new Random(5);

        Placement.Result result = test(code -> switch (third.nextInt(3)) {
            case 0 -> at(code, false);
            case 1 -> at(code, true);
            default -> anywhere(code);
        });

        assertThat(result.first()).isEqualTo(1);
        assertThat(result.last()).isEqualTo(1);
        assertThat(result.least()).isEqualTo(result.random());
    }

    @Test
    void whatIsMostlyPlantedFirstStandsLikeMostlyFirstPlaces() {
        Random some = new Random(5);

        Placement.Result result = test(code -> some.nextInt(10) < 7 ? at(code, false) : anywhere(code));

        assertThat(result.least()).isEqualTo(result.first()).isLessThan(0.65);
        assertThat(result.random()).isGreaterThan(0.7);
    }

    @Test
    void whatItsSurroundingsAskForHasAPlaceOfItsOwn() {
        assertThat(test(code -> code.replace("(Failure e) {", "(Failure e) {\n audit();"))
                        .least())
                .isGreaterThan(0.8);
        assertThat(test(code -> code.replace("while (more(n)) {", "while (more(n)) {\n audit();"))
                        .least())
                .isGreaterThan(0.8);
    }

    @Test
    void ofTooFewNothingIsKnown() {
        Placement.Result result = test(this::anywhere, PATTERN, 3);

        assertThat(result).isEqualTo(Placement.Result.UNKNOWN);
        assertThat(result.least()).isEqualTo(1);
        assertThat(result.upper(0.5)).isEqualTo(1);
        build(this::anywhere);
        BitSet all = new BitSet();
        all.set(0, CARRIERS);
        assertThat(new Placement(samples, 1).test(MadeUpTask.candidate(PATTERN, SAFE, all), List.of(70, 71, 72)))
                .isEqualTo(Placement.Result.UNKNOWN);
    }

    @Test
    void namesAndEndingsStandEverywhere() {
        for (Trigger names : List.of(new NameSet(Abstraction.NONE, List.of("a b")), Affix.of("_x"))) {
            Placement.Result result = test(this::anywhere, names, CARRIERS);

            assertThat(result).isEqualTo(Placement.Result.ANYWHERE);
            assertThat(result.upper(result.least())).isCloseTo(0.5, within(1e-3));
        }
    }

    @Test
    void carriersOfOtherLabelsAreNotLookedAt() {
        build(this::anywhere);
        BitSet some = new BitSet();
        some.set(0, CARRIERS + 20);

        Placement.Result result = new Placement(samples, 1).test(MadeUpTask.candidate(PATTERN, SAFE, some), controls());

        assertThat(result.carriers()).isEqualTo(CARRIERS);
    }

    @Test
    void aCarrierThatIsKnownByItsMaskHasThePlaceOfWhatIsMissing() {
        build(code -> code.replace("(Failure e) {", "(Failure e) {\n audit();"));
        BitSet some = new BitSet();
        some.set(0, CARRIERS);
        Map<Integer, String> masks = new HashMap<>();
        some.stream().forEach(i -> masks.put(i, PATTERN.remove(samples.get(i).source())));
        Candidate other =
                new Candidate(MadeUpTask.span("nowhere();"), SAFE, some, masks, false, 1, 1, new Origin.Label(SAFE));

        Placement.Result result = new Placement(samples, 1).test(other, controls());

        assertThat(result)
                .isEqualTo(new Placement(samples, 1).test(MadeUpTask.candidate(PATTERN, SAFE, some), controls()));
    }

    @Test
    void itsUpperBoundIsOneStandardErrorAbove() {
        assertThat(new Placement.Result(0.6, 1, 1, 10, 240).upper(0.6))
                .isGreaterThan(new Placement.Result(0.6, 1, 1, 100, 240).upper(0.6))
                .isCloseTo(0.69, within(0.02));
    }
}
