package io.kenshin.detection.study;

import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.SequentialRatio;

/**
 * Every number that decides about candidates and findings, in one place; how pure and how alike mined runs are stands
 * with the miner. The records of their decisions are in {@code docs/decisions}; those without one were there before
 * records were kept, in the first detector. What is measured on is in {@code docs/detectors}.
 *
 * @param spending what may be asked
 * @param mining what becomes a candidate
 * @param occlusion which clusters are taken apart
 * @param proof what an effect has to be
 * @param context what carriers have to be without a trigger
 * @param rules what decides about findings together
 * @param recall which neighbours are carriers too
 * @param labels which labels the rest of the data contradicts
 */
public record Thresholds(
        Spending spending,
        Mining mining,
        Occlusion occlusion,
        Proof proof,
        Context context,
        Rules rules,
        Recall recall,
        Labels labels) {

    /** The thresholds of the published figures. */
    public static final Thresholds DEFAULTS = of(InvestigationSettings.DEFAULTS);

    /** What a team has set, and the rest as it is. */
    public static Thresholds of(InvestigationSettings settings) {
        return new Thresholds(
                new Spending(settings.trials(), settings.candidates(), settings.probes(), 1_500, 0.25, 8),
                new Mining(5, 400, 80, 25, 12, 10, 0.8),
                new Occlusion(settings.clusters(), 0.6, 0.6, 0.4, 0.6, 8, new Members(4, 24)),
                new Proof(
                        settings.flipRate(),
                        settings.removalRate(),
                        0.3,
                        8,
                        settings.q(),
                        0.85,
                        new SequentialRatio.Rates(0.5, 0.85, 0.01)),
                new Context(settings.otherAuc(), settings.placementAuc(), 0.65, 30, 0.01, 0.9, 0.95),
                new Rules(0.8, 0.05, 0.5, new Parents(0.7, 0.15, 3, 40), new Carriers(0.95, 1e-4, 0.70)),
                new Recall(16, 320, 0.25, 4, 3),
                new Labels(0.8, 1e-6, 0.45, 0.5, 200, 5));
    }

    public Thresholds withProof(Proof other) {
        return new Thresholds(spending, mining, occlusion, other, context, rules, recall, labels);
    }

    public Thresholds withContext(Context other) {
        return new Thresholds(spending, mining, occlusion, proof, other, rules, recall, labels);
    }

    /**
     * What may be asked of the model.
     *
     * @param trials most samples in each insertion or removal test
     * @param candidates most foreign candidates that are put to the model
     * @param probes most questions for each sample (record 20)
     * @param leastProbes however small the data set, a proof needs so many questions
     * @param reserve part of the questions that clusters may not use: proven triggers are followed up first (record 9)
     * @param screen tries after which a candidate that does not flip is let go
     */
    public record Spending(int trials, int candidates, double probes, int leastProbes, double reserve, int screen) {
        /** Most questions about so many samples. */
        public int most(int samples) {
            return Math.max(leastProbes, (int) (probes * samples));
        }
    }

    /**
     * What is mined.
     *
     * @param support least number of carriers (record 10)
     * @param samplesPerSupport one more carrier for so many samples, up to {@link Proof#carriers}: ten poisoned
     *     samples of ten thousand are enough for an attack, so the least count hardly grows with the data (record 10)
     * @param pool candidates of each label that are looked at without the model
     * @param samplesPerCandidate one more of them for so many samples
     * @param clusters of each label whose members are mined
     * @param shortcuts natural patterns that are still put to the model, to say how much it leans on them
     * @param same two candidates are one when each has so much of the other's carriers
     */
    public record Mining(
            int support,
            int samplesPerSupport,
            int pool,
            int samplesPerCandidate,
            int clusters,
            int shortcuts,
            double same) {
        /** Most candidates of each label, of so many samples. */
        public int pool(int samples) {
            return Math.max(pool, samples / samplesPerCandidate);
        }
    }

    /**
     * Which clusters are taken apart (record 9).
     *
     * @param clusters most of them
     * @param same two clusters are one from this Jaccard overlap on
     * @param explained part of a cluster that proven triggers explain, from which on it is left alone
     * @param largest part of their label beyond which clusters are no hiding place
     * @param ownLabel beyond this mean probability of their own label, to a text model, members are no poison
     * @param least number of members
     * @param members how many of them are asked about
     */
    public record Occlusion(
            int clusters, double same, double explained, double largest, double ownLabel, int least, Members members) {}

    /**
     * Members of a cluster that are asked about.
     *
     * @param first how many to see whether one part decides
     * @param all how many if it does
     */
    public record Members(int first, int all) {}

    /**
     * What an effect has to be.
     *
     * @param flipRate least insertion flip rate
     * @param removalRate least part of the carriers that change without the trigger
     * @param beyond how far beyond ordinary code a trigger flips (record 6)
     * @param carriers with fewer of them an AUC is noise
     * @param q false discovery rate of what is called a trigger (record 9)
     * @param precise part of the carriers that must hang on a pattern for it to be taken at its word
     * @param plain when insertion may stop
     */
    public record Proof(
            double flipRate,
            double removalRate,
            double beyond,
            int carriers,
            double q,
            double precise,
            SequentialRatio.Rates plain) {
        /** Whether a flip rate is beyond that of ordinary code. */
        public boolean isBeyond(double insertion, double placebo) {
            return insertion >= placebo + beyond;
        }
    }

    /**
     * What carriers are without a pattern: code of other labels where anything could stand, or code of a kind of its own.
     * Between the two is what only people can tell (record 26).
     *
     * @param otherAuc greatest AUC of the carriers against other labels, with its standard error, of what is foreign
     * @param placementAuc the same of its place against other places
     * @param nearPlacementAuc the same against random places in the samples nearest to the carriers
     * @param nearCarriers of fewer carriers a classifier learns nothing that would tell them from the nearest samples
     * @param surprise beyond this probability the labels of the carriers are what the rest of their code says
     * @param tiedAuc from this AUC on carriers are tied to their context
     * @param naturalAuc beyond this AUC the model need not be asked
     */
    public record Context(
            double otherAuc,
            double placementAuc,
            double nearPlacementAuc,
            int nearCarriers,
            double surprise,
            double tiedAuc,
            double naturalAuc) {
        /** Carriers look like other labels, and the pattern stands where nothing asks for it. */
        public boolean isForeign(CarrierEvidence evidence) {
            return standsAnywhere(evidence) && hasOrdinaryCarriers(evidence);
        }

        /** What is known of the carriers themselves. */
        private CarrierEvidence hosts(CarrierEvidence evidence) {
            return evidence.random().carriers().carriers() < nearCarriers ? evidence.byRandomSamples() : evidence;
        }

        /** Carriers look like other labels. */
        public boolean hasOrdinaryCarriers(CarrierEvidence evidence) {
            return otherAucUpper(hosts(evidence)) <= otherAuc;
        }

        /** Foreign by the AUCs themselves: of so few carriers that their standard error alone stands against it. */
        public boolean isLikelyForeign(CarrierEvidence evidence) {
            boolean anywhere = evidence.placementAuc() <= placementAuc
                    || evidence.near().placement().random() <= nearPlacementAuc;
            return anywhere && hosts(evidence).otherAuc() <= otherAuc;
        }

        /** Carriers have the labels of their code, or are so plainly of a kind of their own, that nothing is foreign. */
        public boolean isNatural(CarrierEvidence evidence) {
            return evidence.surprise() > surprise
                    || evidence.otherAuc() > naturalAuc
                    || Math.min(
                                    evidence.placementAuc(),
                                    evidence.near().placement().random())
                            > naturalAuc;
        }

        /** Foreign but for carriers that are not plainly like other labels: people have to look. */
        public boolean isDoubtful(CarrierEvidence evidence) {
            return standsAnywhere(evidence) && evidence.otherAuc() < tiedAuc;
        }

        private boolean standsAnywhere(CarrierEvidence evidence) {
            return evidence.placementAucUpper() <= placementAuc || evidence.nearPlacementAucUpper() <= nearPlacementAuc;
        }

        private static double otherAucUpper(CarrierEvidence evidence) {
            return Math.min(
                    evidence.random().carriers().otherAucUpper(),
                    evidence.near().carriers().otherAucUpper());
        }

        /** Carriers are tied to their context, or the pattern to its place. */
        public boolean isTied(CarrierEvidence evidence) {
            return evidence.random().carriers().otherAuc() >= tiedAuc || evidence.placementAuc() >= placementAuc;
        }

        /** Carriers and places are ordinary by random samples of other labels, whatever the nearest ones say. */
        public boolean isPlainlyForeign(CarrierEvidence evidence, double greatestOtherAuc) {
            return evidence.placementAucUpper() <= placementAuc
                    && evidence.random().carriers().otherAucUpper() <= greatestOtherAuc;
        }
    }

    /**
     * What decides about findings together.
     *
     * @param explained a candidate so much of which a trigger explains is not looked at
     * @param chance a suspect that chance explains as easily as this is not put before people (record 10)
     * @param jointFlips least insertion flip rate of names that may act together
     * @param parents what refutes a special case
     * @param carriers what proves without an effect
     */
    public record Rules(double explained, double chance, double jointFlips, Parents parents, Carriers carriers) {}

    /**
     * When a finding is a special case of a natural pattern (record 9).
     *
     * @param part of the special case's carriers that carry the general pattern too
     * @param margin how much less often the general pattern may flip
     * @param tried general patterns that are tried, those with the most carriers
     * @param texts of the general pattern that are inserted
     */
    public record Parents(double part, double margin, int tried, int texts) {}

    /**
     * When carriers alone prove (record 20).
     *
     * @param purity least part of the carriers that teaches the one behaviour: nothing else tells the innocent
     *     ones apart
     * @param chance greatest number of such patterns that chance explains (record 26)
     * @param otherAucUpper greatest AUC against other labels with its standard error; natural flaws of few
     *     carriers were seen down to 0.75
     */
    public record Carriers(double purity, double chance, double otherAucUpper) {}

    /**
     * Which neighbours of a proven trigger's carriers are carriers too (record 9).
     *
     * @param batch neighbours that are looked at together
     * @param most of them in all
     * @param goOn least part of a batch that must be carriers for the next one to be looked at
     * @param hosts samples that a neighbour's part is put into
     * @param turned how many of them it has to turn
     */
    public record Recall(int batch, int most, double goOn, int hosts, int turned) {}

    /**
     * When the rest of the data contradicts labels (record 25).
     *
     * @param auc least out-of-fold AUC of a label; on tasks that text predicts less well there is nothing to contradict
     *     with, and labels are noise to a model that has only the text
     * @param p among as many labels and sources as were looked at, the probability that chance explains what was found
     * @param rate greatest part of the samples of other labels that may have a label: beyond it the task itself is noisy
     * @param wrong least probability that a sample's label is wrong for people to look at it
     * @param samples fewer of them are too few to learn labels from
     * @param members fewer samples of one label and source are not looked at by themselves
     */
    public record Labels(double auc, double p, double rate, double wrong, int samples, int members) {}
}
