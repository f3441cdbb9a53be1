package io.kenshin.codemodel;

/** A weighting of a sample's tokens that makes one vector of a layer. The order is that of the vectors. */
public enum Pooling {
    /** The first token (the sentence token of BERT and RoBERTa). */
    FIRST,
    /** The mean of all tokens. */
    MEAN
}
