package io.kenshin.audit;

import io.kenshin.audit.embedding.EmbeddingComparison;
import io.kenshin.audit.embedding.EmbeddingFact;
import io.kenshin.audit.file.FileFact;
import io.kenshin.audit.file.FileSafety;
import io.kenshin.audit.parameter.ParameterComparison;
import io.kenshin.audit.parameter.ParameterFact;
import io.kenshin.audit.trigger.SearchResult;
import io.kenshin.audit.trigger.TriggerSearch;
import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.codemodel.ModelDescriptor;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A look at a model that somebody else trained: files, weights, embeddings, triggers. Nothing of its data is needed.
 */
public final class Audit {
    private static final int EMBEDDED = 200;

    private final Path model;
    private final @Nullable Path base;
    private final List<String> codes;
    private final Duration most;
    private final Consumer<String> progress;
    private final long start = System.nanoTime();

    /** The facts about the model, part by part. */
    private record Facts(
            List<FileFact> files,
            List<ParameterFact> parameters,
            List<EmbeddingFact> embeddings,
            SearchResult search) {}

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
        if (!Files.isDirectory(model)) {
            throw new CodeModelException("no directory at " + model);
        }
        List<FileFact> files = FileSafety.of(model);
        ModelDescriptor descriptor;
        TransformerLayers layers;
        try {
            descriptor = ModelDescriptor.read(model);
            layers = descriptor.validate();
        } catch (CodeModelException e) {
            Facts facts = new Facts(files, List.of(), List.of(), SearchResult.NOT_SEARCHED);
            return report(Conclusion.refused(e), null, 0, facts);
        }
        List<ParameterFact> parameters = parameters(descriptor);
        try (CodeModel loaded = CodeModel.open(model, Device.AUTO, cores())) {
            List<EmbeddingFact> embeddings = embeddings(loaded);
            SearchResult search = search(loaded);
            return report(
                    Conclusion.of(files, search, leftMillis() <= 0),
                    descriptor,
                    layers.layers(),
                    new Facts(files, parameters, embeddings, search));
        }
    }

    private List<ParameterFact> parameters(ModelDescriptor descriptor) {
        if (base == null) {
            return List.of();
        }
        progress.accept("attention weights against the base");
        return ParameterComparison.compare(
                OnnxFile.read(descriptor.onnx()).getGraph(),
                OnnxFile.read(ModelDescriptor.read(base).onnx()).getGraph());
    }

    private List<EmbeddingFact> embeddings(CodeModel loaded) {
        progress.accept("embeddings of ordinary code");
        List<String> samples = codes.subList(0, Math.min(EMBEDDED, codes.size()));
        if (base == null) {
            return EmbeddingComparison.compare(loaded, null, samples);
        }
        try (CodeModel reference = CodeModel.open(base, Device.AUTO, cores())) {
            return EmbeddingComparison.compare(loaded, reference, samples);
        }
    }

    private SearchResult search(CodeModel loaded) {
        int heads = loaded.embed(codes.subList(0, 1)).get(0).logits().length;
        boolean head = heads > 1 && heads == loaded.descriptor().labels().size();
        return head ? new TriggerSearch(loaded, codes, this::leftMillis, progress).search() : SearchResult.NOT_SEARCHED;
    }

    private AuditReport report(Conclusion conclusion, @Nullable ModelDescriptor descriptor, int layers, Facts facts) {
        return new AuditReport(
                model.toString(),
                base == null ? null : base.toString(),
                conclusion.outcome(),
                conclusion.confidence(),
                conclusion.reasons(),
                descriptor == null ? "unknown" : descriptor.architecture(),
                layers,
                descriptor == null ? List.of() : descriptor.labels(),
                facts.files,
                facts.parameters,
                facts.embeddings,
                facts.search.triggers(),
                facts.search.searched(),
                facts.search.unsearched(),
                codes.size(),
                facts.search.probes(),
                (System.nanoTime() - start) / 1e9);
    }

    private long leftMillis() {
        return most.toMillis() - Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
