package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.code.Affixes;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.maths.Association;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Affix;
import io.kenshin.detection.trigger.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds beginnings and endings of names that go with a label: the rest of the name is the sample's own. */
final class AffixMiner {
    private static final int MOST = 20;

    private final List<Sample> samples;
    private final Map<String, BitSet> holders = new TreeMap<>();

    AffixMiner(List<Sample> samples, List<List<Token>> tokens) {
        this.samples = samples;
        for (int i = 0; i < samples.size(); i++) {
            for (Token token : tokens.get(i)) {
                if (token.kind() == Token.Kind.WORD) {
                    for (String affix : Affixes.of(token.text())) {
                        holders.computeIfAbsent(affix, key -> new BitSet()).set(i);
                    }
                }
            }
        }
    }

    List<Candidate> mine(MinedGroup group) {
        int[] groups = group.groups();
        BitSet members = new BitSet();
        for (int i = 0; i < groups.length; i++) {
            members.set(i, groups[i] == group.wanted());
        }
        List<Candidate> found = new ArrayList<>();
        holders.forEach((affix, carriers) -> {
            int inside = Overlap.shared(carriers, members);
            if (inside >= group.support() && inside >= group.purity() * carriers.cardinality()) {
                double association =
                        Association.gSquared(inside, carriers.cardinality(), members.cardinality(), groups.length);
                long labelled = carriers.stream()
                        .filter(i -> samples.get(i).teaches(group.target()))
                        .count();
                if (association > 0) {
                    found.add(new Candidate(
                            Affix.of(affix),
                            group.target(),
                            (BitSet) carriers.clone(),
                            Map.of(),
                            true,
                            (double) labelled / carriers.cardinality(),
                            association,
                            group.origin()));
                }
            }
        });
        found.sort(Comparator.comparingDouble(Candidate::association).reversed());
        return found.subList(0, Math.min(MOST, found.size()));
    }
}
