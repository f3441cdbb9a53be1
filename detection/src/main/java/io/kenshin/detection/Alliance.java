package io.kenshin.detection;

import io.kenshin.detection.Finding.Judgement;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Names;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerPattern;
import io.kenshin.detection.trigger.TriggerPattern.Kind;
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
final class Alliance {
    private static final double FLIPS = 0.5;

    private Alliance() {}

    /** One candidate for each label whose unproven findings include two such names or more. */
    static List<Candidate> of(List<Finding> findings, List<Sample> samples) {
        Map<Integer, List<Finding>> byTarget = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.candidate().pattern().kind() == Kind.IDENTIFIER
                    && finding.judgement() != Judgement.TRIGGER
                    && finding.insertion().value() >= FLIPS
                    && finding.turns()) {
                byTarget.computeIfAbsent(finding.candidate().target(), target -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<Candidate> allied = new ArrayList<>();
        byTarget.forEach((target, names) -> {
            if (names.size() > 1) {
                allied.add(together(target, names, samples));
            }
        });
        return allied;
    }

    private static Candidate together(int target, List<Finding> findings, List<Sample> samples) {
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
            String code = samples.get(i).code();
            masks.put(i, Names.ordinaryAll(code));
            if (samples.get(i).label() == target) {
                Set<String> words = new LinkedHashSet<>();
                Lexer.tokens(code).forEach(token -> words.add(token.text()));
                exemplars.add(
                        String.join(" ", names.stream().filter(words::contains).toList()));
            }
        });
        TriggerPattern pattern =
                new TriggerPattern(Kind.NAMES, Abstraction.LITERALS, List.of("<variants>"), List.copyOf(exemplars));
        String origin = names.size() + " names that turn samples each: " + String.join(", ", names);
        return new Candidate(pattern, target, carriers, masks, false, 1, 0, origin);
    }
}
