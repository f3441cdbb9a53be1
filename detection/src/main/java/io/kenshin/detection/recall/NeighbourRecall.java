package io.kenshin.detection.recall;

import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.judge.Rule;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Stage;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.study.Thresholds;
import io.kenshin.detection.trial.Occlusion;
import io.kenshin.detection.trial.TriggerTrial;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Part;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The recall of what a proven trigger's text does not match: the nearest neighbours of its carriers in the model's last
 * layer, one by one, each on its own proof. A neighbour is one of them when its prediction hangs on one part, that part
 * is of the trigger's kind, and it turns other samples too (record 9).
 */
public final class NeighbourRecall implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        Study study = docket.study();
        study.stage(Stage.RECALL, 0, 1);
        BitSet known = Finding.explained(findings);
        List<Finding> recalled = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.isTrigger()) {
                Candidate proven = finding.candidate();
                Candidate wider = widened(study, proven, study.hosts(proven), known);
                if (!mayWiden(study, proven, wider)) {
                    wider = proven;
                }
                known.or(wider.carriers());
                boolean grown =
                        wider.carriers().cardinality() > proven.carriers().cardinality();
                recalled.add(grown ? docket.trial().rejudged(finding, wider) : finding);
            } else {
                recalled.add(finding);
            }
        }
        return List.copyOf(recalled);
    }

    /**
     * Whether neighbours may be recalled with a trigger. One that matches to the letter does not vary: what is only
     * like it has to be foreign by itself, and natural code is often like it.
     */
    private static boolean mayWiden(Study study, Candidate proven, Candidate wider) {
        if (!proven.exact() || !proven.pattern().isLiteral()) {
            return true;
        }
        BitSet more = Overlap.without(wider.carriers(), proven.carriers());
        return more.cardinality() >= study.thresholds().proof().carriers()
                && study.thresholds()
                        .context()
                        .isForeign(study.masked(wider.withCarriers(more)).evidence());
    }

    /**
     * The candidate with its neighbours.
     *
     * @param hosts samples of other labels that the model predicts so
     * @param known carriers of other proven triggers, which need no recall
     */
    static Candidate widened(Study study, Candidate proven, List<Sample> hosts, BitSet known) {
        return new Search(study, proven, hosts).find(known);
    }

    /** The search for one trigger's neighbours. */
    private static final class Search {
        private final Study study;
        private final Candidate proven;
        private final List<Sample> hosts;
        private final Thresholds.Recall limits;
        private final Map<Integer, Part> found = new HashMap<>();

        Search(Study study, Candidate proven, List<Sample> hosts) {
            this.study = study;
            this.proven = proven;
            limits = study.thresholds().recall();
            this.hosts = hosts.subList(0, Math.min(limits.hosts(), hosts.size()));
        }

        Candidate find(BitSet known) {
            match(known);
            BitSet settled = (BitSet) known.clone();
            found.keySet().forEach(settled::set);
            List<Integer> near = Nearest.to(proven, settled, study.samples());
            lookAt(near.subList(0, Math.min(limits.most(), near.size())));
            return found.isEmpty() ? proven : widened();
        }

        private void lookAt(List<Integer> near) {
            Occlusion occlusion = new Occlusion(study.probes());
            for (int from = 0; from < near.size() && !study.probes().exhausted(); from += limits.batch()) {
                List<Integer> batch = near.subList(from, Math.min(near.size(), from + limits.batch()));
                List<Optional<Part>> causes = occlusion.causes(
                        batch.stream().map(study::sample).toList(),
                        part -> proven.pattern().resembles(part));
                int more = 0;
                for (int i = 0; i < batch.size(); i++) {
                    Optional<Part> part = causes.get(i);
                    if (part.isPresent() && turns(part.get())) {
                        found.put(batch.get(i), part.get());
                        more++;
                    }
                }
                if (more < limits.goOn() * batch.size()) {
                    break;
                }
            }
        }

        /**
         * Samples that match, but whose prediction does not hang on the trigger, because the model knows them by
         * heart. They are carriers when the very text that matches turns other samples. What matches but for one
         * token has to be what the sample's own prediction hangs on, too.
         */
        private void match(BitSet known) {
            for (int i = 0; i < study.samples().size() && !study.probes().exhausted(); i++) {
                int position = i;
                Sample sample = study.sample(i);
                if (!sample.teaches(proven.target()) || proven.carriers().get(i) || known.get(i)) {
                    continue;
                }
                Trigger pattern = proven.pattern();
                Stream<Part> same = proven.exact() ? Stream.of() : parts(pattern, sample);
                Stream<Part> near = pattern.near(sample.source()).stream()
                        .flatMap(other -> parts(other, sample))
                        .filter(part -> hangsOn(sample, part));
                Stream.concat(same, near)
                        .filter(part -> pattern.resembles(part) && turns(part))
                        .findFirst()
                        .ifPresent(part -> found.put(position, part));
            }
        }

        private static Stream<Part> parts(Trigger pattern, Sample sample) {
            return pattern.texts(sample.source()).stream()
                    .map(text -> new Part(false, text, pattern.remove(sample.source())));
        }

        private boolean hangsOn(Sample sample, Part part) {
            return !study.probes().answers(List.of(part.without())).get(0).shows(sample.shown());
        }

        private boolean turns(Part part) {
            return new TriggerTrial(study.probes(), study.seed())
                            .insertion(part.alone(), proven.target(), hosts)
                            .flips()
                    >= limits.turned();
        }

        private Candidate widened() {
            BitSet carriers = (BitSet) proven.carriers().clone();
            Map<Integer, String> masks = new HashMap<>(proven.masks());
            Set<String> exemplars = new LinkedHashSet<>(proven.pattern().exemplars());
            found.forEach((i, part) -> {
                carriers.set(i);
                masks.put(i, part.without());
                exemplars.add(part.text());
            });
            return proven.widened(proven.pattern().widened(List.copyOf(exemplars)), carriers, masks);
        }
    }
}
