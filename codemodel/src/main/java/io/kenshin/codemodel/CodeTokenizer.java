package io.kenshin.codemodel;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.kenshin.codemodel.graph.CodeModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The tokenizer of a model directory, with truncation and without padding. Safe for concurrent use. */
public final class CodeTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    public CodeTokenizer(Path tokenizerJson, int maxTokens) {
        try {
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(tokenizerJson)
                    .optTruncation(true)
                    .optMaxLength(maxTokens)
                    .optPadding(false)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new CodeModelException(tokenizerJson + " is not a usable tokenizer: " + e.getMessage(), e);
        }
    }

    /** Token ids with the model's special tokens, at most the tokenizer's maximum. */
    public long[] encode(String code) {
        return tokenizer.encode(code).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
