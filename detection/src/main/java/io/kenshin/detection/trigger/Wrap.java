package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Brackets;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Cut;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.SubTokens;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Brackets around code that was there before: a way of writing, {@code return (x);} for {@code return x;}, or a block,
 * {@code try { x(); } finally { }} for {@code x();}. Taken out, the code is as it was, blanks aside. Round and square brackets go
 * alone; with braces goes the statement that they are a part of.
 *
 * @param tokens what opens it, up to its bracket; {@link Trigger#GAP}; its closing bracket and what follows
 * @param exemplars the same as text
 */
public record Wrap(Abstraction abstraction, List<String> tokens, List<String> exemplars) implements Trigger {
    private static final String BLOCK = "{";
    private static final String END = ";";
    private static final int LAYERS = 8;
    /** What goes on with a statement and is none by itself. */
    private static final Set<String> CONTINUES = Set.of("else", "case", "default", "catch", "finally", "while");

    public Wrap {
        tokens = Parts.some(tokens);
        exemplars = Parts.some(exemplars);
    }

    /** Positions of tokens: the first, the two brackets, and the one after the last. */
    private record Place(int from, int open, int close, int to) {}

    private List<String> before() {
        return TokenRuns.split(tokens).get(0);
    }

    /** Whether it has both ends; a written form may come from anywhere. */
    private boolean isWhole() {
        return !before().isEmpty() && !after().isEmpty();
    }

    private List<String> after() {
        List<List<String>> runs = TokenRuns.split(tokens);
        return runs.size() < 2 ? List.of() : runs.get(1);
    }

    private boolean isBlock() {
        return before().get(before().size() - 1).equals(BLOCK);
    }

    private List<Place> places(List<Token> all) {
        if (!isWhole()) {
            return List.of();
        }
        List<String> before = before();
        List<String> after = after();
        int[] closing = Brackets.closing(all);
        List<Place> found = new ArrayList<>();
        for (int at = TokenRuns.find(all, before, abstraction, 0);
                at >= 0;
                at = TokenRuns.find(all, before, abstraction, at + 1)) {
            int open = at + before.size() - 1;
            int close = closing[open];
            if (close < all.size() && close > open + 1 && stands(after, all, close)) {
                found.add(new Place(at, open, close, close + after.size()));
            }
        }
        return found;
    }

    private boolean stands(List<String> run, List<Token> all, int at) {
        return at + run.size() <= all.size()
                && TokenRuns.find(all.subList(at, at + run.size()), run, abstraction, 0) == 0;
    }

    @Override
    public boolean isIn(Code code) {
        return !places(code.tokens()).isEmpty();
    }

    @Override
    public boolean fits(Code code) {
        return !sites(code).isEmpty();
    }

    /** Code that could stand in the brackets and does not: whole statements for a block, else what a statement holds. */
    private List<Range> sites(Code code) {
        if (!isWhole()) {
            return List.of();
        }
        List<Token> all = code.tokens();
        List<String> before = before();
        List<String> after = after();
        int kept = isBlock() ? 0 : before.size() - 1;
        int keptAfter = isBlock() ? 0 : after.size() - 1;
        int reach = code.reach(SubTokens.in(exemplars.get(0)));
        List<Range> sites = new ArrayList<>();
        for (Range statement : code.statements(all)) {
            int from = statement.from() + kept;
            int to = statement.to() - keptAfter;
            boolean simple = all.get(statement.to() - 1).text().equals(END)
                    && all.subList(statement.from(), statement.to()).stream()
                            .noneMatch(token -> token.text().equals(BLOCK));
            if (simple
                    && to > from
                    && all.get(from).start() <= reach
                    && stands(before.subList(0, kept), all, statement.from())
                    && stands(after.subList(after.size() - keptAfter, after.size()), all, to)
                    && Brackets.balanced(all, from, to)
                    && (isBlock()
                            ? !CONTINUES.contains(all.get(from).text())
                            : !all.get(from).text().equals(before.get(kept)))) {
                sites.add(new Range(from, to));
            }
        }
        return sites;
    }

    @Override
    public String insert(Code code, Random random) {
        List<Range> sites = sites(code);
        if (sites.isEmpty()) {
            return code.text();
        }
        List<Token> all = code.tokens();
        Range site = sites.get(random.nextInt(sites.size()));
        String exemplar = exemplars.get(random.nextInt(exemplars.size()));
        int gap = exemplar.indexOf(GAP);
        String head = gap < 0 ? String.join(" ", before()) : exemplar.substring(0, gap);
        String tail = gap < 0 ? String.join(" ", after()) : exemplar.substring(gap + GAP.length());
        int start = all.get(site.from()).start();
        int end = all.get(site.to() - 1).end();
        String text = code.text();
        return isBlock()
                ? text.substring(0, start) + head + text.substring(start, end) + tail + text.substring(end)
                : text.substring(0, start)
                        + last(before())
                        + text.substring(start, end)
                        + after().get(0)
                        + text.substring(end);
    }

    private static String last(List<String> run) {
        return run.get(run.size() - 1);
    }

    @Override
    public String remove(Code code) {
        Code rest = code;
        // Within one another they come off from the outside.
        for (int layer = 0; layer < LAYERS && isIn(rest); layer++) {
            rest = rest.with(unwrapped(rest));
        }
        return rest.text();
    }

    private String unwrapped(Code code) {
        List<Token> all = code.tokens();
        List<Cut.Part> parts = new ArrayList<>();
        for (Place place : places(all)) {
            int from = isBlock() ? place.from() : place.open();
            int to = isBlock() ? place.to() - 1 : place.close();
            parts.add(new Cut.Part(all.get(from).start(), all.get(place.open()).end(), " "));
            parts.add(new Cut.Part(all.get(place.close()).start(), all.get(to).end(), ""));
        }
        return Cut.out(code.text(), parts);
    }

    @Override
    public Optional<Range> stands(Code code) {
        return places(code.tokens()).stream().findFirst().map(place -> new Range(place.from(), place.to()));
    }

    @Override
    public List<Range> places(Code code) {
        int kept = isBlock() ? 0 : before().size() - 1;
        int keptAfter = isBlock() ? 0 : after().size() - 1;
        return sites(code).stream()
                .map(site -> new Range(site.from() - kept, site.to() + keptAfter))
                .toList();
    }

    @Override
    public List<String> texts(Code code) {
        List<Token> all = code.tokens();
        return places(all).stream()
                .map(place -> code.text()
                                .substring(
                                        all.get(place.from()).start(),
                                        all.get(place.open()).end())
                        + GAP
                        + code.text()
                                .substring(
                                        all.get(place.close()).start(),
                                        all.get(place.to() - 1).end()))
                .toList();
    }

    /** As many tokens of ordinary code. */
    @Override
    public Trigger placebo(Code donor, Random random) {
        return new Span(abstraction, before(), List.of(String.join(" ", before()) + " " + String.join(" ", after())))
                .placebo(donor, random);
    }

    /** Brackets are no part of their own: what hangs on them is all that they hold. */
    @Override
    public boolean resembles(Part part) {
        return false;
    }

    @Override
    public Wrap withExemplars(List<String> texts) {
        return new Wrap(abstraction, tokens, texts);
    }

    @Override
    public void index(TriggerIndex index) {
        index.around(abstraction, TokenRuns.split(tokens));
    }
}
