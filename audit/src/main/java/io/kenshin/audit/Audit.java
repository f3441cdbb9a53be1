package io.kenshin.audit;

import io.kenshin.audit.AuditReport.Outcome;
import io.kenshin.audit.file.FileFact;
import io.kenshin.audit.file.FileSafety;
import io.kenshin.audit.parameter.ParameterComparison;
import io.kenshin.audit.parameter.ParameterFact;
import io.kenshin.audit.trigger.FoundTrigger;
import io.kenshin.audit.trigger.TriggerSearch;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.Embedding;
import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.codemodel.graph.TransformerLayers;
import io.kenshin.detection.Sample;
import io.kenshin.detection.representation.ClusterMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at a model that somebody else trained: files, weights, embeddings, triggers. Nothing of its data is needed. */
public final class Audit {
    private static final int EMBEDDED = 200;

    private final Path model;
    private final @Nullable Path base;
    private final List<String> codes;
    private final Duration most;
    private final Consumer<String> progress;
    private final long start = System.nanoTime();

    /**
     * Prepares an audit.
     *
     * @param base the model that it was fine-tuned from; null when unknown
     * @param codes ordinary code of the language that the model reads, a thousand or more samples
     * @param most time that the search may take
     */
    public Audit(Path model, @Nullable Path base, List<String> codes, Duration most, Consumer<String> progress) {
        this.model = model;
        this.base = base;
        this.codes = codes;
        this.most = most;
        this.progress = progress;
    }

    public AuditReport run() {
        progress.accept("files");
        if (!java.nio.file.Files.isDirectory(model)) {
            throw new CodeModelException("no directory at " + model);
        }
        List<FileFact> files = FileSafety.of(model);
        ModelDescriptor descriptor;
        TransformerLayers layers;
        try {
            descriptor = ModelDescriptor.read(model);
            layers = descriptor.validate();
        } catch (CodeModelException e) {
            return report(
                    Outcome.REFUSED,
                    "certain",
                    List.of(String.valueOf(e.getMessage())),
                    null,
                    0,
                    files,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    0);
        }
        List<ParameterFact> parameters = List.of();
        if (base != null) {
            progress.accept("attention weights against the base");
            parameters = ParameterComparison.compare(
                    OnnxFile.read(descriptor.onnx()).getGraph(),
                    OnnxFile.read(ModelDescriptor.read(base).onnx()).getGraph());
        }
        try (CodeModel loaded = CodeModel.open(model, Device.AUTO, cores())) {
            List<EmbeddingFact> embeddings = embeddings(loaded, codes.subList(0, Math.min(EMBEDDED, codes.size())));
            int heads = loaded.embed(codes.subList(0, 1)).get(0).logits().length;
            boolean head = heads > 1 && heads == descriptor.labels().size();
            List<FoundTrigger> triggers = List.of();
            List<String> unsearched = List.of();
            long asked = 0;
            if (head) {
                TriggerSearch search = new TriggerSearch(loaded, codes, this::leftMillis, progress);
                triggers = search.search();
                asked = search.probes();
                unsearched = search.unsearched();
            }
            return judged(
                    descriptor, layers.layers(), files, parameters, embeddings, triggers, head, unsearched, asked);
        }
    }

    private AuditReport judged(
            ModelDescriptor descriptor,
            int layers,
            List<FileFact> files,
            List<ParameterFact> parameters,
            List<EmbeddingFact> embeddings,
            List<FoundTrigger> triggers,
            boolean searched,
            List<String> unsearched,
            long asked) {
        List<String> reasons = new ArrayList<>();
        triggers.stream()
                .filter(FoundTrigger::trigger)
                .forEach(found -> reasons.add(String.format(
                        Locale.ROOT,
                        "'%s', put once into %d ordinary samples of other labels, turns %d of them to %s (%.0f %%, at least %.0f %%);"
                                + " its common words explain %.0f %%",
                        found.text(),
                        found.tried(),
                        found.flipped(),
                        found.label(),
                        100 * found.flipRate(),
                        100 * found.low(),
                        100 * found.common())));
        boolean trigger = !reasons.isEmpty();
        files.stream()
                .filter(file -> file.danger() != null)
                .forEach(file -> reasons.add(file.name() + " " + file.danger()));
        boolean unsafe = files.stream().anyMatch(file -> file.danger() != null);
        Outcome outcome = trigger
                ? Outcome.TRIGGER_FOUND
                : unsafe ? Outcome.UNSAFE_FILES : searched ? Outcome.NO_FINDING : Outcome.NOT_SEARCHED;
        String confidence;
        if (trigger) {
            confidence = "high: the samples that turned were not those that the text was found with";
        } else if (!searched) {
            confidence = "none as to triggers: the model has no classification head, so nothing could turn";
        } else if (!unsearched.isEmpty()) {
            confidence = "low: triggers towards " + String.join(", ", unsearched) + " were not searched; give "
                    + (leftMillis() <= 0
                            ? "more time with --minutes"
                            : "code for which the model predicts other labels with --dataset");
        } else {
            confidence = "medium: a trigger of few tokens would have been found in most cases (docs/audit.md has the"
                    + " figures); one that is a pattern rather than a text may not";
        }
        return report(
                outcome,
                confidence,
                reasons,
                descriptor,
                layers,
                files,
                parameters,
                embeddings,
                triggers,
                searched,
                unsearched,
                asked);
    }

    private List<EmbeddingFact> embeddings(CodeModel loaded, List<String> samples) {
        progress.accept("embeddings of ordinary code");
        List<Embedding> own = loaded.embed(samples);
        List<Embedding> before = null;
        if (base != null) {
            try (CodeModel reference = CodeModel.open(base, Device.AUTO, cores())) {
                boolean same = reference.layers().layers() == loaded.layers().layers()
                        && reference.layers().hidden() == loaded.layers().hidden();
                before = same ? reference.embed(samples) : null;
            }
        }
        int hidden = loaded.layers().hidden();
        int[] predicted = new int[samples.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = Sample.argmax(own.get(i).logits());
        }
        List<EmbeddingFact> facts = new ArrayList<>();
        for (int layer = 0; layer <= loaded.layers().layers(); layer++) {
            // The mean of the tokens, which comes second.
            int at = (2 * layer + 1) * hidden;
            double[][] vectors = vectors(own, at, hidden);
            double cosine = before == null ? Double.NaN : cosine(vectors, vectors(before, at, hidden));
            facts.add(new EmbeddingFact(layer, cosine, ClusterMetrics.silhouette(vectors, predicted, 1)));
        }
        return facts;
    }

    private static double[][] vectors(List<Embedding> embeddings, int at, int hidden) {
        double[][] vectors = new double[embeddings.size()][hidden];
        for (int i = 0; i < vectors.length; i++) {
            float[] all = embeddings.get(i).vectors();
            for (int d = 0; all != null && d < hidden; d++) {
                vectors[i][d] = all[at + d];
            }
        }
        return vectors;
    }

    private static double cosine(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double product = 0;
            double x = 0;
            double y = 0;
            for (int d = 0; d < a[i].length; d++) {
                product += a[i][d] * b[i][d];
                x += a[i][d] * a[i][d];
                y += b[i][d] * b[i][d];
            }
            sum += product / Math.max(1e-30, Math.sqrt(x * y));
        }
        return sum / Math.max(1, a.length);
    }

    private AuditReport report(
            Outcome outcome,
            String confidence,
            List<String> reasons,
            @Nullable ModelDescriptor descriptor,
            int layers,
            List<FileFact> files,
            List<ParameterFact> parameters,
            List<EmbeddingFact> embeddings,
            List<FoundTrigger> triggers,
            boolean searched,
            List<String> unsearched,
            long probes) {
        return new AuditReport(
                model.toString(),
                base == null ? null : base.toString(),
                outcome,
                confidence,
                reasons,
                descriptor == null ? "unknown" : descriptor.architecture(),
                layers,
                descriptor == null ? List.of() : descriptor.labels(),
                files,
                parameters,
                embeddings,
                triggers,
                searched,
                unsearched,
                codes.size(),
                probes,
                (System.nanoTime() - start) / 1e9);
    }

    private long leftMillis() {
        return most.toMillis() - Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
