package io.kenshin.codemodel.graph;

import java.util.List;

/**
 * The hidden states of a transformer graph.
 *
 * @param tensors names of the tensors [batch, tokens, hidden], from the embedding (index 0) to the last layer
 * @param hidden length of one token's vector
 */
public record TransformerLayers(List<String> tensors, int hidden) {
    /** Attention layers, not counting the embedding. */
    public int layers() {
        return tensors.size() - 1;
    }

    public String last() {
        return tensors.get(tensors.size() - 1);
    }
}
