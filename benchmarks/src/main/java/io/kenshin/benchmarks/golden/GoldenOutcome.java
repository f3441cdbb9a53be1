package io.kenshin.benchmarks.golden;

import io.kenshin.benchmarks.victim.Victim;
import io.kenshin.detection.Investigation;
import io.kenshin.detection.judge.Finding;
import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.Rate;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.TriggerForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * All that an investigation of one case came to, with every figure in full: two of them are equal only if not a bit
 * differs.
 *
 * @param name of the case
 * @param victim digest of the data and of what the trained model makes of them. Training in floating point differs from
 *     one kind of processor to the next, so only outcomes with the same digest can be compared
 * @param clusters digest of the members of all clusters
 */
record GoldenOutcome(
        String name, String victim, int probes, boolean exhausted, String clusters, List<Figures> findings) {

    /**
     * A finding.
     *
     * @param text digest of tokens, exemplars, carriers and masks, which would fill pages
     */
    record Figures(
            String judgement,
            String kind,
            String abstraction,
            String pattern,
            String origin,
            int target,
            int carriers,
            boolean exact,
            double purity,
            double association,
            Rate insertion,
            Rate placebo,
            Rate removal,
            Rate sham,
            Rate metamorphic,
            CarrierEvidence evidence,
            double chance,
            double p,
            double strength,
            String text) {
        static Figures of(Finding finding) {
            Candidate candidate = finding.candidate();
            TriggerForm form = TriggerForm.of(candidate.pattern());
            return new Figures(
                    finding.judgement().name(),
                    form.kind().toUpperCase(Locale.ROOT),
                    form.abstraction().toUpperCase(Locale.ROOT),
                    candidate.pattern().text(),
                    candidate.origin().text(),
                    candidate.target().index(),
                    candidate.carriers().cardinality(),
                    candidate.exact(),
                    candidate.purity(),
                    candidate.association(),
                    finding.insertion(),
                    finding.placebo(),
                    finding.removal(),
                    finding.effect().sham(),
                    finding.metamorphic(),
                    finding.evidence(),
                    finding.chance(),
                    finding.p(),
                    finding.strength(),
                    digest(
                            candidate.pattern().tokens().toString(),
                            candidate.pattern().exemplars().toString(),
                            candidate.carriers().toString(),
                            new TreeMap<>(candidate.masks()).toString()));
        }
    }

    static GoldenOutcome of(String name, Victim victim, Investigation.Result result) throws IOException {
        StringBuilder clusters = new StringBuilder();
        result.clusters()
                .forEach(cluster -> clusters.append(cluster.label())
                        .append(cluster.view())
                        .append(cluster.members())
                        .append(cluster.cohesion()));
        return new GoldenOutcome(
                name,
                digest(victim.directory()),
                result.probes(),
                result.exhausted(),
                digest(clusters.toString()),
                result.findings().stream().map(Figures::of).toList());
    }

    /** Of what was trained on, and of the vectors and logits of the trained model. */
    static String digest(Path victim) throws IOException {
        MessageDigest digest = sha256();
        for (String file : List.of("train.ndjson", "labels.json", "vectors.bin")) {
            digest.update(Files.readAllBytes(victim.resolve(file)));
        }
        return hex(digest);
    }

    private static String digest(String... texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return hex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
