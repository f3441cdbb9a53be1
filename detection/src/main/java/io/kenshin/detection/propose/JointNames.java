package io.kenshin.detection.propose;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.judge.Docket;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Study;
import io.kenshin.detection.trial.MaskedCandidate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.NameSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names that each turn samples of other labels, though no prediction hangs on one of them alone: an attacker who uses
 * several in a sample leaves the others when one is taken out. Together they are one candidate.
 */
public final class JointNames implements CandidateSource {
    /** One candidate for each behaviour whose unproven findings include two such names or more. */
    @Override
    public List<MaskedCandidate> propose(Docket docket) {
        Study study = docket.study();
        double flips = study.thresholds().rules().jointFlips();
        Map<Integer, List<Finding>> byTarget = new TreeMap<>();
        for (Finding finding : docket.findings()) {
            if (finding.candidate().pattern() instanceof Identifier
                    && !finding.isTrigger()
                    && finding.insertion().value() >= flips
                    && finding.isObeyed()) {
                byTarget.computeIfAbsent(finding.candidate().target().index(), target -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<MaskedCandidate> joint = new ArrayList<>();
        byTarget.forEach((target, names) -> {
            if (names.size() > 1) {
                joint.add(study.masked(together(new Behaviour(target), names, study)));
            }
        });
        return joint;
    }

    private static Candidate together(Behaviour target, List<Finding> findings, Study study) {
        List<String> names = findings.stream()
                .sorted(Comparator.comparingDouble(
                        (Finding finding) -> -finding.insertion().value()))
                .map(finding -> finding.candidate().pattern().tokens().get(0))
                .toList();
        BitSet carriers = new BitSet();
        findings.forEach(finding -> carriers.or(finding.candidate().carriers()));
        Map<Integer, String> masks = new HashMap<>();
        Set<String> exemplars = new LinkedHashSet<>();
        carriers.stream().forEach(i -> {
            Sample sample = study.sample(i);
            masks.put(i, Names.ordinaryAll(sample.source()));
            if (sample.teaches(target)) {
                exemplars.add(String.join(" ", held(names, sample.source())));
            }
        });
        String cause = names.size() + " names that turn samples each: " + String.join(", ", names);
        NameSet pattern = new NameSet(Abstraction.LITERALS, List.copyOf(exemplars));
        return Candidate.ofCause(pattern, target, carriers, masks, cause);
    }

    private static List<String> held(List<String> names, Code code) {
        Set<String> words = new LinkedHashSet<>();
        code.tokens().forEach(token -> words.add(token.text()));
        return names.stream().filter(words::contains).toList();
    }
}
