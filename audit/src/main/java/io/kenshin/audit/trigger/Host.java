package io.kenshin.audit.trigger;

import java.util.Arrays;

/**
 * A sample that a candidate is put into.
 *
 * @param tokens of the sample
 * @param place index in the tokens that the candidate is put before: behind the brace that opens the body
 * @param logits of the sample as it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Host(long[] tokens, int place, float[] logits) {
    /** Lead of a label without the candidate. */
    double margin(int label) {
        return Probe.margin(logits, label);
    }

    long[] with(long[] candidate) {
        long[] result = new long[tokens.length + candidate.length];
        System.arraycopy(tokens, 0, result, 0, place);
        System.arraycopy(candidate, 0, result, place, candidate.length);
        System.arraycopy(tokens, place, result, place + candidate.length, tokens.length - place);
        return result;
    }

    /** The beginning of the sample: for a first look at many candidates. */
    Host cut(int length, int trailing) {
        if (tokens.length <= length || place > length - trailing) {
            return this;
        }
        long[] part = Arrays.copyOf(tokens, length);
        System.arraycopy(tokens, tokens.length - trailing, part, length - trailing, trailing);
        return new Host(part, place, logits);
    }
}
