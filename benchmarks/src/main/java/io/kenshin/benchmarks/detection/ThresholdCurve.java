package io.kenshin.benchmarks.detection;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.detection.judge.Judge;
import io.kenshin.detection.judge.Judgement;
import io.kenshin.detection.study.InvestigationSettings;
import io.kenshin.detection.study.Thresholds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same figures judged by other settings: the review work that they cost and the poison that they let
 * through. The search itself is not repeated, so a looser setting might in truth have looked at a few more patterns.
 */
final class ThresholdCurve {
    private static final Thresholds DEFAULTS = Thresholds.DEFAULTS;
    /** An attack of which more than this part stays in the data is let through. */
    private static final double CAUGHT = 0.9;

    private final Map<String, Sums> sums = new LinkedHashMap<>();

    /**
     * One setting, summed over cases.
     *
     * @param recall mean part of the poison that is quarantined
     * @param held mean part of the poison that is quarantined or for review
     * @param letThrough attacks of which less than 90 % are quarantined or for review
     * @param quarantinedInnocent mean part of the innocent samples that is quarantined
     * @param reviewPerThousand samples that people look at, of each 1,000
     * @param cleanAlarms clean models with anything quarantined
     * @param cleanReviews clean models with anything for review
     */
    record Point(
            String setting,
            double value,
            boolean isDefault,
            int attacks,
            double recall,
            double held,
            int letThrough,
            double quarantinedInnocent,
            double reviewPerThousand,
            int clean,
            int cleanAlarms,
            int cleanReviews) {}

    private static final class Sums {
        private final String setting;
        private final double value;
        private final Thresholds thresholds;
        private int attacks;
        private int clean;
        private double recall;
        private double held;
        private int letThrough;
        private double innocent;
        private double review;
        private int alarms;
        private int reviews;

        Sums(String setting, double value, Thresholds thresholds) {
            this.setting = setting;
            this.value = value;
            this.thresholds = thresholds;
        }
    }

    ThresholdCurve() {
        for (double auc : new double[] {0.60, 0.65, 0.70, 0.75, 0.80, 0.90}) {
            setting("placement-auc", auc, new InvestigationSettings() {
                @Override
                public double placementAuc() {
                    return auc;
                }
            });
        }
        for (double auc : new double[] {0.70, 0.75, 0.80, 0.85, 0.90, 0.95}) {
            setting("other-auc", auc, new InvestigationSettings() {
                @Override
                public double otherAuc() {
                    return auc;
                }
            });
        }
        for (double flips : new double[] {0.6, 0.7, 0.8, 0.9, 1.0}) {
            setting("flip-rate", flips, new InvestigationSettings() {
                @Override
                public double flipRate() {
                    return flips;
                }
            });
        }
        for (double removal : new double[] {0.3, 0.5, 0.7, 0.9}) {
            setting("removal-rate", removal, new InvestigationSettings() {
                @Override
                public double removalRate() {
                    return removal;
                }
            });
        }
    }

    private void setting(String name, double value, InvestigationSettings settings) {
        sums.put(name + value, new Sums(name, value, Thresholds.of(settings)));
    }

    void add(Victim victim, List<Outcome.Judged> patterns) {
        for (Sums sum : sums.values()) {
            BitSet quarantined = carriers(victim, patterns, sum.thresholds, Judgement.TRIGGER);
            BitSet review = carriers(victim, patterns, sum.thresholds, Judgement.SUSPECT);
            review.andNot(quarantined);
            BitSet held = (BitSet) quarantined.clone();
            held.or(review);
            Outcome.Counts sure = Outcome.Counts.of(victim, quarantined);
            Outcome.Counts both = Outcome.Counts.of(victim, held);
            Double recall = sure.recall();
            Double found = both.recall();
            if (recall == null || found == null) {
                sum.clean++;
                sum.alarms += quarantined.isEmpty() ? 0 : 1;
                sum.reviews += review.isEmpty() ? 0 : 1;
            } else {
                sum.attacks++;
                sum.recall += recall;
                sum.held += found;
                sum.letThrough += found < CAUGHT ? 1 : 0;
            }
            sum.innocent += sure.falsePositiveRate();
            sum.review += 1_000.0 * review.cardinality() / victim.samples().size();
        }
    }

    private static BitSet carriers(
            Victim victim, List<Outcome.Judged> patterns, Thresholds thresholds, Judgement wanted) {
        BitSet carriers = new BitSet();
        for (Outcome.Judged pattern : patterns) {
            if (judge(pattern, thresholds) == wanted) {
                for (int i : pattern.carriers()) {
                    boolean target =
                            victim.labels().indexOf(victim.samples().get(i).label()) == pattern.target();
                    carriers.set(i, carriers.get(i) || target);
                }
            }
        }
        return carriers;
    }

    private static Judgement judge(Outcome.Judged pattern, Thresholds thresholds) {
        Judgement recorded = Judgement.valueOf(pattern.judgement());
        Judgement alone = by(pattern, DEFAULTS);
        // What another rule has refuted or proven, no threshold changes.
        return alone == recorded ? by(pattern, thresholds) : recorded;
    }

    private static Judgement by(Outcome.Judged pattern, Thresholds thresholds) {
        return Judge.judge(
                thresholds,
                new Judge.Figures(
                        pattern.carriers().length,
                        pattern.insertion(),
                        pattern.placebo(),
                        pattern.removal(),
                        pattern.sham(),
                        pattern.believed(),
                        pattern.evidence(),
                        pattern.chance()));
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (Sums sum : sums.values()) {
            int all = Math.max(1, sum.attacks + sum.clean);
            int attacks = Math.max(1, sum.attacks);
            points.add(new Point(
                    sum.setting,
                    sum.value,
                    sum.thresholds.equals(DEFAULTS),
                    sum.attacks,
                    sum.recall / attacks,
                    sum.held / attacks,
                    sum.letThrough,
                    sum.innocent / all,
                    sum.review / all,
                    sum.clean,
                    sum.alarms,
                    sum.reviews));
        }
        return points;
    }
}
