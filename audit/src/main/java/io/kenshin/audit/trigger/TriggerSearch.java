package io.kenshin.audit.trigger;

import io.kenshin.codemodel.CodeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A search for triggers without the data that the model was trained on.
 *
 * <p>A universal trigger is searched for each label (Wallace et al. 2019), without gradients: every token of the
 * vocabulary is put into one short sample, the best into more, then n-grams are grown by a beam. Every model has words
 * that move it; a backdoor's differ in that they are not the words of ordinary code, which would set it off by chance.
 * So each candidate is judged by what it does beyond its common words (their flips, taken as independent). A label that
 * single common words lead to is <em>brittle</em>: combinations of their kin lead there in clean models too, so only
 * single tokens count as triggers there.
 */
public final class TriggerSearch {
    private static final int MOST_HOSTS = 200;
    private static final double CERTAIN_MARGIN = -0.5;

    private final Probe probe;
    private final Vocabulary vocabulary;
    private final CommonWords common;
    private final List<String> labels;
    private final List<String> codes;
    private final LongSupplier leftMillis;
    private final Consumer<String> progress;

    /**
     * Prepares a search.
     *
     * @param codes ordinary code of the language; nothing of it needs a label, but for every label the model has to
     *     predict another one for some of it
     * @param leftMillis time that is left; the search ends early when there is none
     */
    public TriggerSearch(CodeModel model, List<String> codes, LongSupplier leftMillis, Consumer<String> progress) {
        probe = new Probe(model);
        vocabulary = new Vocabulary(model.descriptor().directory().resolve("tokenizer.json"));
        common = new CommonWords(codes);
        labels = model.descriptor().labels();
        this.codes = codes;
        this.leftMillis = leftMillis;
        this.progress = progress;
    }

    /** Everything that turns the model. A label with too few samples of other labels is left out. */
    public SearchResult search() {
        List<Host> all = hosts();
        List<FoundTrigger> found = new ArrayList<>();
        List<String> unsearched = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            int target = label;
            List<Host> others = all.stream()
                    .filter(host -> host.margin(target) < CERTAIN_MARGIN)
                    .limit(MOST_HOSTS)
                    .toList();
            boolean enough = others.size() >= LabelSearch.LEAST_HOSTS;
            if (enough && leftMillis.getAsLong() > 0) {
                found.addAll(new LabelSearch(labels.get(target), target, probe, vocabulary, common, others)
                        .run(leftMillis, progress));
            }
            if (!enough || leftMillis.getAsLong() <= 0) {
                unsearched.add(labels.get(target));
            }
        }
        found.sort(Comparator.comparing(FoundTrigger::trigger)
                .thenComparing(FoundTrigger::flipRate)
                .reversed());
        return new SearchResult(true, found, unsearched, probe.asked());
    }

    private List<Host> hosts() {
        List<Host> hosts = new ArrayList<>();
        for (String code : codes) {
            int brace = code.indexOf('{');
            if (brace < 0) {
                continue;
            }
            int place = probe.leading() + probe.inner(code.substring(0, brace + 1)).length;
            long[] tokens = probe.tokens(code);
            if (place < tokens.length - probe.trailing()) {
                hosts.add(new Host(tokens, place, new float[0]));
            }
        }
        float[][] all = probe.logits(hosts.stream().map(Host::tokens).toList());
        for (int i = 0; i < all.length; i++) {
            hosts.set(i, new Host(hosts.get(i).tokens(), hosts.get(i).place(), all[i]));
        }
        return hosts;
    }
}
