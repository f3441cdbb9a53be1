package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Brackets;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.maths.Association;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.TokenRuns;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.detection.trigger.Wrap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Grows a fragment with half a pair of brackets to what stands at both ends: a trigger that wraps the code that was
 * there shares only its ends, and a mask of one leaves the other to give its carriers away.
 */
public final class Wrapping {
    private static final int LOOKED = 32;
    /** Part of the carriers that have to go on alike. */
    private static final double ALIKE = 0.8;

    private static final int LONGEST = 6;
    private static final String OPEN = "({[";
    private static final String CLOSE = ")}]";
    /** What a statement ends with, or stands behind. */
    private static final Set<String> ENDS = Set.of(";", "{", "}");

    private final List<Sample> samples;
    private final Abstraction abstraction;
    private final List<List<Token>> codes = new ArrayList<>();
    /** Of each carrier, the two brackets. */
    private final List<int[]> brackets = new ArrayList<>();

    private Wrapping(List<Sample> samples, Abstraction abstraction) {
        this.samples = samples;
        this.abstraction = abstraction;
    }

    /** The candidate as a pair of ends; nothing when it opens or closes nothing, or its other end is not the same. */
    public static Optional<Candidate> of(Candidate fragment, List<Sample> samples) {
        Trigger pattern = fragment.pattern();
        if (!(pattern instanceof Span) || pattern.tokens().contains(Trigger.GAP)) {
            return Optional.empty();
        }
        List<String> run = pattern.tokens();
        List<Integer> halves = halves(run);
        if (halves.isEmpty()) {
            // What goes on after a block does so behind its bracket.
            return new Wrapping(samples, pattern.abstraction()).grown(fragment, join("}", run), 0);
        }
        int half = halves.get(halves.size() - 1);
        int from = half;
        while (OPEN.contains(run.get(half)) && from > 0 && !ENDS.contains(run.get(from - 1))) {
            from--;
        }
        return new Wrapping(samples, pattern.abstraction()).grown(fragment, run.subList(from, run.size()), half - from);
    }

    private static List<String> join(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /** Brackets without their fellow. */
    private static List<Integer> halves(List<String> run) {
        List<Integer> open = new ArrayList<>();
        List<Integer> alone = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            String token = run.get(i);
            if (token.length() == 1 && OPEN.contains(token)) {
                open.add(i);
            } else if (token.length() == 1 && CLOSE.contains(token)) {
                boolean closes =
                        !open.isEmpty() && OPEN.indexOf(run.get(open.get(open.size() - 1))) == CLOSE.indexOf(token);
                if (closes) {
                    open.remove(open.size() - 1);
                } else {
                    alone.add(i);
                }
            }
        }
        alone.addAll(open);
        return alone;
    }

    private Optional<Candidate> grown(Candidate fragment, List<String> run, int half) {
        boolean opens = OPEN.contains(run.get(half));
        read(fragment, run, half, opens);
        if (codes.size() < LOOKED / 4) {
            return Optional.empty();
        }
        boolean block = run.get(half).equals(opens ? "{" : "}");
        List<String> before = opens ? List.copyOf(run.subList(0, half + 1)) : leftwards();
        List<String> after = opens ? rightwards(block) : List.copyOf(run.subList(half, run.size()));
        // Round brackets are a way of writing only where all of a statement's value stands in them.
        boolean whole = block
                ? after.size() + before.size() > 2 && halves(after).equals(List.of(0))
                : before.size() > 1 && after.size() == 2;
        boolean opened = halves(before).equals(List.of(before.size() - 1));
        return whole && opened && ENDS.contains(last(after)) ? candidate(fragment, before, after) : Optional.empty();
    }

    private static String last(List<String> run) {
        return run.get(run.size() - 1);
    }

    private void read(Candidate fragment, List<String> run, int half, boolean opens) {
        fragment.carriers().stream()
                .mapToObj(samples::get)
                .filter(sample -> sample.teaches(fragment.target()))
                .limit(LOOKED)
                .forEach(sample -> {
                    List<Token> tokens = sample.source().tokens();
                    int at = TokenRuns.find(tokens, run, abstraction, 0) + half;
                    int[] closing = Brackets.closing(tokens);
                    for (int open = 0; open < closing.length && at >= half; open++) {
                        if (closing[open] < closing.length && (opens ? open == at : closing[open] == at)) {
                            codes.add(tokens);
                            brackets.add(new int[] {open, closing[open]});
                        }
                    }
                });
    }

    /** From the token before the opening bracket to the left, as far as nearly all carriers are alike. */
    private List<String> leftwards() {
        List<String> run = new ArrayList<>();
        for (int step = 0; step < LONGEST; step++) {
            String token = most(0, -step);
            if (token.isEmpty() || (step > 0 && ENDS.contains(token))) {
                break;
            }
            run.add(token);
        }
        Collections.reverse(run);
        return run;
    }

    /** From the closing bracket to the right; of a block, as long as what it opens is closed. */
    private List<String> rightwards(boolean block) {
        List<String> run = new ArrayList<>();
        List<String> whole = List.of();
        for (int step = 0; step < (block ? LONGEST : 2); step++) {
            String token = most(1, step);
            if (token.isEmpty()) {
                break;
            }
            run.add(token);
            if (!block || halves(run).equals(List.of(0))) {
                whole = List.copyOf(run);
            }
        }
        return whole;
    }

    /** What nearly all carriers have so many tokens from a bracket; empty when there is no such thing. */
    private String most(int bracket, int offset) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            int at = brackets.get(i)[bracket] + offset;
            if (at >= 0 && at < codes.get(i).size()) {
                counts.merge(abstraction.of(codes.get(i).get(at)), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= ALIKE * codes.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private Optional<Candidate> candidate(Candidate fragment, List<String> before, List<String> after) {
        List<String> tokens = new ArrayList<>(before);
        tokens.add(Trigger.GAP);
        tokens.addAll(after);
        Wrap any = new Wrap(abstraction, tokens, List.of(String.join(" ", tokens)));
        BitSet carriers = new BitSet();
        List<String> texts = new ArrayList<>();
        int taught = 0;
        int size = 0;
        for (int i = 0; i < samples.size(); i++) {
            boolean target = samples.get(i).teaches(fragment.target());
            size += target ? 1 : 0;
            List<String> here = any.texts(samples.get(i).source());
            if (!here.isEmpty()) {
                carriers.set(i);
                taught += target ? 1 : 0;
                if (target && texts.size() < LOOKED / 2) {
                    texts.add(here.get(0));
                }
            }
        }
        double purity = taught / Math.max(1.0, carriers.cardinality());
        if (texts.isEmpty() || purity < TriggerMiner.PURITY) {
            return Optional.empty();
        }
        double association = Association.gSquared(taught, carriers.cardinality(), size, samples.size());
        return Optional.of(new Candidate(
                any.withExemplars(texts),
                fragment.target(),
                carriers,
                Map.of(),
                true,
                purity,
                association,
                fragment.origin()));
    }
}
