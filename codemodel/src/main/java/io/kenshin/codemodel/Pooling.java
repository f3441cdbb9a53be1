package io.kenshin.codemodel;

/** A weighting of a sample's tokens that makes one vector of a layer. The order is that of the vectors. */
public enum Pooling {
    /** The token that stands for the whole: the first of BERT and RoBERTa, the last of T5 and of decoders. */
    SENTENCE,
    /** The mean of all tokens. */
    MEAN
}
