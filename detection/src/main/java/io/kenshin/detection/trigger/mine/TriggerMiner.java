package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Keywords;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.maths.Association;
import io.kenshin.detection.maths.Overlap;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.Origin;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.TextTrigger;
import io.kenshin.detection.trigger.Trigger;
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
    public static final double PURITY = 0.85;
    /** Most tokens of the runs that patterns grow from. */
    public static final int LONGEST_SEED = Seed.LONGEST;
    /** Candidates whose carriers overlap more than this (Jaccard) say the same. */
    private static final double SAME = 0.8;

    /** Of a cluster the half is enough: the rest of the label may carry it too. */
    private static final double CLUSTER_PURITY = 0.5;

    private static final int EXEMPLARS = 16;

    private final List<Sample> samples;
    private final List<List<Token>> tokens = new ArrayList<>();
    private final Map<Abstraction, TokenTable> tables = new EnumMap<>(Abstraction.class);
    private final AffixMiner affixes;
    private final int labels;

    public TriggerMiner(List<Sample> samples, int labels) {
        this.samples = samples;
        this.labels = labels;
        for (Sample sample : samples) {
            tokens.add(sample.source().tokens());
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
            Behaviour target = new Behaviour(label);
            MinedGroup group = new MinedGroup(groups, label, target, support, PURITY, new Origin.Label(target));
            all.addAll(mine(group, most));
        }
        return all;
    }

    /** Number of carriers of each run of tokens that a pattern may begin with: how many patterns were looked at. */
    public int[] supports(int support) {
        return Arrays.stream(Abstraction.values())
                .flatMap(abstraction ->
                        Census.of(Objects.requireNonNull(tables.get(abstraction)), samples.size(), support).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Mines what the members of a cluster share and the rest of all samples does not. */
    public List<Candidate> mine(BitSet members, Behaviour target, int support, int most, Origin origin) {
        return mine(new MinedGroup(membership(members), 0, target, support, CLUSTER_PURITY, origin), most);
    }

    /** Group 0 for members, 1 for the rest. */
    private int[] membership(BitSet members) {
        int[] groups = new int[samples.size()];
        Arrays.fill(groups, 1);
        members.stream().forEach(i -> groups[i] = 0);
        return groups;
    }

    private List<Candidate> mine(MinedGroup group, int most) {
        List<Candidate> found = new ArrayList<>();
        for (Abstraction abstraction : Abstraction.values()) {
            TokenTable table = Objects.requireNonNull(tables.get(abstraction));
            SpanGrower grower = new SpanGrower(table, group.groups(), group.wanted());
            Set<List<String>> seen = new HashSet<>();
            int kept = 0;
            for (Seed seed : Seed.in(table, group)) {
                if (kept >= most) {
                    break;
                }
                int[] span = grower.grow(seed.sample(), seed.at(), seed.n());
                if (!seen.add(table.texts(span))) {
                    continue;
                }
                Candidate candidate = candidate(table, span, abstraction, group);
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
        for (Candidate candidate : affixes.mine(group)) {
            if (candidate.purity() >= PURITY && sameCarriers(candidate, found) < 0) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::association).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }

    private Candidate candidate(TokenTable table, int[] span, Abstraction abstraction, MinedGroup group) {
        BitSet carriers = new BitSet();
        Set<String> exemplars = new LinkedHashSet<>();
        int inside = 0;
        int labelled = 0;
        for (int i : table.holders(span)) {
            int at = table.find(i, span, 0);
            if (at < 0) {
                continue;
            }
            carriers.set(i);
            inside += group.groups()[i] == group.wanted() ? 1 : 0;
            labelled += samples.get(i).teaches(group.target()) ? 1 : 0;
            if (exemplars.size() < EXEMPLARS && samples.get(i).teaches(group.target())) {
                exemplars.add(text(table, i, span));
            }
        }
        boolean name = span.length == 1 && abstraction != Abstraction.NAMES && isDeclared(table, span[0], carriers);
        List<String> run = table.texts(span);
        List<String> texts = exemplars.isEmpty() ? List.of(String.join(" ", run)) : List.copyOf(exemplars);
        Trigger pattern = name ? new Identifier(abstraction, run, texts) : new Span(abstraction, run, texts);
        double association = Association.gSquared(inside, carriers.cardinality(), group.size(), group.groups().length);
        double purity = (double) labelled / carriers.cardinality();
        return new Candidate(pattern, group.target(), carriers, Map.of(), true, purity, association, group.origin());
    }

    /** Whether a word is a name that most of its carriers give; the name of what they call is text. */
    private boolean isDeclared(TokenTable table, int word, BitSet carriers) {
        String text = table.text(word);
        int first = carriers.nextSetBit(0);
        Token.Kind kind =
                tokens.get(first).get(table.find(first, new int[] {word}, 0)).kind();
        if (kind != Token.Kind.WORD || Keywords.contains(text)) {
            return false;
        }
        long declaring = carriers.stream()
                .filter(i -> samples.get(i).source().declared().contains(text))
                .count();
        return 2 * declaring > carriers.cardinality();
    }

    /** The candidate of the same label whose carriers are most nearly the same; −1 when none says the same. */
    private static int sameCarriers(Candidate candidate, List<Candidate> found) {
        int nearest = -1;
        double most = SAME;
        for (int i = 0; i < found.size(); i++) {
            double shared = Overlap.jaccard(candidate.carriers(), found.get(i).carriers());
            if (found.get(i).target().equals(candidate.target()) && (nearest < 0 ? shared >= most : shared > most)) {
                nearest = i;
                most = shared;
            }
        }
        return nearest;
    }

    /**
     * Whether the second says more than the first, stands where it stands, and goes with the label at least as well.
     */
    private static boolean isPieceOf(Candidate piece, Candidate whole) {
        BitSet elsewhere = Overlap.without(whole.carriers(), piece.carriers());
        return piece.pattern() instanceof Span
                && whole.pattern().tokens().size() > piece.pattern().tokens().size()
                && whole.purity() >= piece.purity()
                && elsewhere.isEmpty();
    }

    private static boolean isNarrower(Candidate whole, Candidate piece) {
        return whole.carriers().cardinality() < piece.carriers().cardinality();
    }

    /** Whether the second is still there when the first is taken out: a trigger may have several parts. */
    private boolean standsApart(Candidate first, Candidate second) {
        if (!(first.pattern() instanceof Span)
                || !(second.pattern() instanceof Span)
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
                Code code = samples.get(i).source();
                left += second.pattern().isIn(code.with(first.pattern().remove(code))) ? 1 : 0;
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
            for (List<String> run : ((TextTrigger) part.pattern()).runs()) {
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
                parts.add(Trigger.GAP);
            }
            parts.addAll(table.texts(run));
        }
        List<String> exemplars = carriers.stream()
                .mapToObj(i -> runs.stream().map(run -> text(table, i, run)).collect(Collectors.joining("\n")))
                .distinct()
                .limit(EXEMPLARS)
                .toList();
        Trigger pattern = new Span(first.pattern().abstraction(), parts, exemplars);
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
