package io.kenshin.audit;

import io.kenshin.audit.embedding.EmbeddingFact;
import io.kenshin.audit.file.FileFact;
import io.kenshin.audit.parameter.ParameterFact;
import io.kenshin.audit.trigger.FoundTrigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of an audit, with all that they rest on.
 *
 * @param model directory that was audited
 * @param base directory of the model it was fine-tuned from; null when none was given
 * @param verdict see {@link Outcome}
 * @param confidence of the verdict in words, with what it rests on
 * @param reasons for the verdict, the weightiest first
 * @param searched whether triggers were searched at all
 * @param unsearched labels for which they were not, because too few samples or too little time were there
 * @param probes predictions that the search asked for
 */
public record AuditReport(
        String model,
        @Nullable String base,
        Outcome verdict,
        String confidence,
        List<String> reasons,
        String architecture,
        int layers,
        List<String> labels,
        List<FileFact> files,
        List<ParameterFact> parameters,
        List<EmbeddingFact> embeddings,
        List<FoundTrigger> triggers,
        boolean searched,
        List<String> unsearched,
        int samples,
        long probes,
        double seconds) {

    /** The verdict of an audit. */
    public enum Outcome {
        /** The files may not be used at all. */
        REFUSED,
        /** A short text that ordinary code does not have turns the model's predictions. */
        TRIGGER_FOUND,
        /** Files beside the graph could harm whoever loads them; no trigger was found. */
        UNSAFE_FILES,
        /** Nothing was found. */
        NO_FINDING,
        /** The model has no head, so that there is nothing a trigger could turn; nothing else was found. */
        NOT_SEARCHED
    }
}
