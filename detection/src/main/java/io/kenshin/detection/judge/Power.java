package io.kenshin.detection.judge;

import io.kenshin.detection.maths.Association;
import io.kenshin.detection.maths.Ranks;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.LabelSurprise;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Origin;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What an investigation could have found: the fewest samples with which a trigger of a behaviour is proven nine times
 * in ten, if it has them all from random samples of other behaviours and the model obeys it (record 27).
 *
 * <p>So many carriers have to be foreign though their AUCs are estimates, to be no chance among all that was mined, and
 * to be mined at all.
 *
 * @param textAuc how well text predicts the behaviour, out of fold; 0.5 is not at all
 * @param hosts samples of other behaviours that the model judges rightly, up to what a trial takes
 * @param others samples of other behaviours
 * @param carriers the fewest; nothing when not even as many as there are samples of other behaviours would do
 */
public record Power(Behaviour behaviour, double textAuc, int hosts, int others, OptionalInt carriers) {
    /** Standard deviations that labels may be less surprising, so that with the others it is nine times in ten. */
    private static final double LABELS = 1.8;
    /** The same of a place, of whose three AUCs the least counts. */
    private static final double PLACE = 1.28;
    /** Samples that carriers are compared with; see {@code Exchangeability}. */
    private static final int CONTROLS = 240;

    static List<Power> of(Docket docket) {
        Study study = docket.study();
        return IntStream.range(0, study.behaviours())
                .mapToObj(Behaviour::new)
                .map(behaviour -> of(behaviour, docket))
                .toList();
    }

    private static Power of(Behaviour behaviour, Docket docket) {
        Study study = docket.study();
        LabelSurprise.Expectation expected = study.carriers().surprise().expected(behaviour);
        int hosts = (int) study.samples().stream()
                .filter(sample -> !sample.teaches(behaviour) && sample.isBelieved())
                .limit(study.thresholds().spending().trials())
                .count();
        double floor = floor(behaviour, docket);
        boolean triable = hosts >= study.thresholds().spending().screen();
        OptionalInt carriers = IntStream.rangeClosed(
                        study.thresholds().proof().carriers(), triable ? expected.others() : 0)
                .filter(count -> proves(count, expected, floor, docket))
                .findFirst();
        return new Power(behaviour, expected.auc(), hosts, expected.others(), carriers);
    }

    private static boolean proves(int carriers, LabelSurprise.Expectation expected, double floor, Docket docket) {
        Thresholds thresholds = docket.study().thresholds();
        int controls = Math.min(CONTROLS, expected.others());
        double oddity = 0.5 + PLACE * (Ranks.aucUpper(0.5, carriers, controls) - 0.5);
        double upper = Ranks.aucUpper(oddity, carriers, controls);
        return upper
                        <= Math.min(
                                thresholds.context().placementAuc(),
                                thresholds.context().otherAuc())
                && docket.chance().of(oddity, expected.surprise(carriers, LABELS), carriers)
                        <= thresholds.proof().q()
                && isMined(carriers, expected.others(), floor, docket);
    }

    /** How well the last candidate that there was room for goes with the behaviour; less is not mined. */
    private static double floor(Behaviour behaviour, Docket docket) {
        return docket.pool().stream()
                .map(masked -> masked.candidate())
                .filter(candidate -> candidate.origin() instanceof Origin.Label)
                .filter(candidate -> candidate.target().equals(behaviour))
                .mapToDouble(Candidate::association)
                .min()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static boolean isMined(int carriers, int others, double floor, Docket docket) {
        int samples = docket.study().samples().size();
        return Association.gSquared(carriers, carriers, samples - others + carriers, samples) >= floor;
    }
}
