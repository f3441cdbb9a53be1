package io.kenshin.codemodel;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.kenshin.codemodel.graph.CodeModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The tokenizer of a model directory, with truncation and without padding. Safe for concurrent use. */
public final class CodeTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    /** How many tokens stand around code. */
    private final int special;

    /**
     * Code as tokens.
     *
     * @param ids with the model's special tokens, at most the tokenizer's maximum
     * @param unread how many tokens of the code are not among them
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
    public record Encoded(long[] ids, int unread) {}

    public CodeTokenizer(Path tokenizerJson, int maxTokens) {
        try {
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(tokenizerJson)
                    .optTruncation(true)
                    .optMaxLength(maxTokens)
                    .optPadding(false)
                    .build();
            special = tokenizer.encode("").getIds().length;
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

    /** The same, and how much of the code was cut off. */
    public Encoded read(String code) {
        Encoding encoding = tokenizer.encode(code, true, true);
        int unread = 0;
        for (Encoding rest : encoding.getOverflowing()) {
            unread += rest.getIds().length - special;
        }
        return new Encoded(encoding.getIds(), unread);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
