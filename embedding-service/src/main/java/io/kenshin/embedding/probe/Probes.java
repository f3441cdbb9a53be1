package io.kenshin.embedding.probe;

import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.probe.ProbeReply;
import io.kenshin.contracts.probe.ProbeRequest;
import io.kenshin.embedding.model.LoadedModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The answers to what a model predicts; a failure is an answer too. */
@ApplicationScoped
public class Probes {
    static final int MOST = 256;

    private final LoadedModels models;

    Probes(LoadedModels models) {
        this.models = models;
    }

    public ProbeReply answer(ProbeRequest request) {
        if (request.codes().size() > MOST) {
            return new ProbeReply(List.of(), "a probe takes at most " + MOST + " samples");
        }
        try {
            return new ProbeReply(
                    List.of(models.with(request.directory(), model -> model.logits(request.codes()))), null);
        } catch (CodeModelException e) {
            return new ProbeReply(List.of(), Limits.cut(String.valueOf(e.getMessage()), Limits.REASON_CHARS));
        }
    }
}
