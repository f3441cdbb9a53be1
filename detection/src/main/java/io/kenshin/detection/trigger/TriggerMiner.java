package io.kenshin.detection.trigger;

import io.kenshin.detection.Sample;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.maths.Association;
import io.kenshin.detection.maths.Overlap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what the samples of a label, or the members of a cluster, share and the rest does not.
 *
 * <p>Runs of up to {@value Seed#LONGEST} tokens are counted, plain and abstracted; those that go with a label are grown
 * token by token while nearly all their carriers agree, so that a whole statement comes back from a fragment.
 */
public final class TriggerMiner {
    /** A trigger goes with one label; some honest samples may contain it too. */
    private static final double PURITY = 0.85;
    /** Candidates whose carriers overlap more than this (Jaccard) say the same. */
    private static final double SAME = 0.8;

    private static final int EXEMPLARS = 16;

    private final List<Sample> samples;
    private final List<List<Token>> tokens = new ArrayList<>();
    private final Map<Abstraction, TokenTable> tables = new EnumMap<>(Abstraction.class);
    private final AffixMiner affixes;
    private final int labels;
    private final int[] perLabel;

    public TriggerMiner(List<Sample> samples, int labels) {
        this.samples = samples;
        this.labels = labels;
        perLabel = new int[labels];
        for (Sample sample : samples) {
            tokens.add(Lexer.tokens(sample.code()));
            perLabel[sample.label()]++;
        }
        affixes = new AffixMiner(samples, tokens);
        for (Abstraction abstraction : Abstraction.values()) {
            tables.put(abstraction, new TokenTable(tokens, abstraction));
        }
    }

    /**
     * Mines the labels as wholes.
     *
     * @param support least number of carriers
     * @param most how many candidates to return for each label, the strongest first
     */
    public List<Candidate> mine(int support, int most) {
        int[] groups = new int[samples.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = samples.get(i).label();
        }
        List<Candidate> all = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            all.addAll(mine(groups, label, label, support, most, PURITY, Candidate.OF_LABEL));
        }
        return all;
    }

    /** Mines what the members of a cluster share and the rest of all samples does not. */
    public List<Candidate> mine(BitSet members, int target, int support, int most, String origin) {
        return mine(membership(members), 0, target, support, most, 0.5, origin);
    }

    /** Group 0 for members, 1 for the rest. */
    private int[] membership(BitSet members) {
        int[] groups = new int[samples.size()];
        Arrays.fill(groups, 1);
        members.stream().forEach(i -> groups[i] = 0);
        return groups;
    }

    private List<Candidate> mine(
            int[] groups, int wanted, int target, int support, int most, double purity, String origin) {
        List<Candidate> found = new ArrayList<>();
        for (Abstraction abstraction : Abstraction.values()) {
            TokenTable table = Objects.requireNonNull(tables.get(abstraction));
            SpanGrower grower = new SpanGrower(table, groups, wanted);
            Set<List<String>> seen = new HashSet<>();
            int kept = 0;
            for (Seed seed : Seed.in(table, groups, wanted, support, purity)) {
                if (kept >= most) {
                    break;
                }
                int[] span = grower.grow(seed.sample(), seed.at(), seed.n());
                if (!seen.add(table.texts(span))) {
                    continue;
                }
                Candidate candidate = candidate(table, span, abstraction, groups, wanted, target, origin);
                if (candidate.purity() < PURITY) {
                    continue;
                }
                int known = sameCarriers(candidate, found);
                if (known < 0) {
                    found.add(candidate);
                    kept++;
                } else if (standsApart(found.get(known), candidate)) {
                    found.set(known, joined(table, found.get(known), candidate));
                } else if (isPieceOf(found.get(known), candidate)) {
                    if (abstraction == found.get(known).pattern().abstraction()) {
                        found.set(known, candidate);
                    } else if (isNarrower(candidate, found.get(known))) {
                        // An operator is a piece of an expression, but alone it is ordinary code: let the tests choose.
                        found.add(candidate);
                        kept++;
                    }
                }
            }
        }
        for (Candidate candidate : affixes.mine(groups, wanted, target, support, purity, origin)) {
            if (candidate.purity() >= PURITY && sameCarriers(candidate, found) < 0) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::association).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }

    private Candidate candidate(
            TokenTable table,
            int[] span,
            Abstraction abstraction,
            int[] groups,
            int wanted,
            int target,
            String origin) {
        BitSet carriers = new BitSet();
        Set<String> exemplars = new LinkedHashSet<>();
        int inside = 0;
        int labelled = 0;
        int groupSize = 0;
        for (int group : groups) {
            groupSize += group == wanted ? 1 : 0;
        }
        for (int i : table.holders(span)) {
            int at = table.find(i, span, 0);
            if (at < 0) {
                continue;
            }
            carriers.set(i);
            inside += groups[i] == wanted ? 1 : 0;
            labelled += samples.get(i).label() == target ? 1 : 0;
            if (exemplars.size() < EXEMPLARS && samples.get(i).label() == target) {
                exemplars.add(text(table, i, span));
            }
        }
        Token.Kind kind = tokens.get(carriers.nextSetBit(0))
                .get(table.find(carriers.nextSetBit(0), span, 0))
                .kind();
        boolean name = span.length == 1
                && kind == Token.Kind.WORD
                && abstraction != Abstraction.NAMES
                && !Abstraction.isKeyword(table.text(span[0]));
        TriggerPattern pattern = new TriggerPattern(
                name ? TriggerPattern.Kind.IDENTIFIER : TriggerPattern.Kind.SPAN,
                abstraction,
                table.texts(span),
                exemplars.isEmpty() ? List.of(String.join(" ", table.texts(span))) : List.copyOf(exemplars));
        double association = Association.gSquared(inside, carriers.cardinality(), groupSize, groups.length);
        double purity = (double) labelled / carriers.cardinality();
        return new Candidate(pattern, target, carriers, Map.of(), true, purity, association, origin);
    }

    /** The candidate of the same label whose carriers are most nearly the same; −1 when none says the same. */
    private static int sameCarriers(Candidate candidate, List<Candidate> found) {
        int nearest = -1;
        double most = SAME;
        for (int i = 0; i < found.size(); i++) {
            double shared = Overlap.jaccard(candidate.carriers(), found.get(i).carriers());
            if (found.get(i).target() == candidate.target() && (nearest < 0 ? shared >= most : shared > most)) {
                nearest = i;
                most = shared;
            }
        }
        return nearest;
    }

    /** Whether the second says more than the first, stands where it stands, and goes with the label at least as well. */
    private static boolean isPieceOf(Candidate piece, Candidate whole) {
        BitSet elsewhere = Overlap.without(whole.carriers(), piece.carriers());
        return piece.pattern().kind() == TriggerPattern.Kind.SPAN
                && whole.pattern().tokens().size() > piece.pattern().tokens().size()
                && whole.purity() >= piece.purity()
                && elsewhere.isEmpty();
    }

    private static boolean isNarrower(Candidate whole, Candidate piece) {
        return whole.carriers().cardinality() < piece.carriers().cardinality();
    }

    /** Whether the second is still there when the first is taken out: a trigger may have several parts. */
    private boolean standsApart(Candidate first, Candidate second) {
        if (first.pattern().kind() != TriggerPattern.Kind.SPAN
                || second.pattern().kind() != TriggerPattern.Kind.SPAN
                || first.pattern().abstraction() != second.pattern().abstraction()
                || second.pattern().tokens().size() < 3) {
            return false;
        }
        int left = 0;
        int looked = 0;
        for (int i = first.carriers().nextSetBit(0);
                i >= 0 && looked < 12;
                i = first.carriers().nextSetBit(i + 1)) {
            if (second.carriers().get(i)) {
                looked++;
                left += second.pattern()
                                .isIn(first.pattern().remove(samples.get(i).code()))
                        ? 1
                        : 0;
            }
        }
        return left * 2 > looked;
    }

    /**
     * Both as one pattern. Each part is grown again among the samples that have both, because alone it may have matched
     * more, and then less of it is agreed on.
     */
    private Candidate joined(TokenTable table, Candidate first, Candidate second) {
        BitSet carriers = Overlap.both(first.carriers(), second.carriers());
        SpanGrower grower = new SpanGrower(table, membership(carriers), 0);
        int some = carriers.nextSetBit(0);
        List<int[]> runs = new ArrayList<>();
        for (Candidate part : List.of(first, second)) {
            for (List<String> run : part.pattern().runs()) {
                int[] span = table.span(run);
                int[] grown = grower.grow(some, table.find(some, span, 0), span.length);
                if (runs.stream().noneMatch(other -> TokenTable.find(other, grown, 0) >= 0)) {
                    runs.removeIf(other -> TokenTable.find(grown, other, 0) >= 0);
                    runs.add(grown);
                }
            }
        }
        List<String> parts = new ArrayList<>();
        for (int[] run : runs) {
            if (!parts.isEmpty()) {
                parts.add(TriggerPattern.GAP);
            }
            parts.addAll(table.texts(run));
        }
        List<String> exemplars = carriers.stream()
                .mapToObj(i -> runs.stream().map(run -> text(table, i, run)).collect(Collectors.joining("\n")))
                .distinct()
                .limit(EXEMPLARS)
                .toList();
        TriggerPattern pattern =
                new TriggerPattern(TriggerPattern.Kind.SPAN, first.pattern().abstraction(), parts, exemplars);
        return new Candidate(
                pattern, first.target(), carriers, Map.of(), true, first.purity(), first.association(), first.origin());
    }

    private String text(TokenTable table, int sample, int[] span) {
        int at = Math.max(0, table.find(sample, span, 0));
        List<Token> all = tokens.get(sample);
        return samples.get(sample)
                .code()
                .substring(all.get(at).start(), all.get(at + span.length - 1).end());
    }
}
