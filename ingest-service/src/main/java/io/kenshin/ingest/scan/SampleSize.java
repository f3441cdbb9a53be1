package io.kenshin.ingest.scan;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many of a data set's samples a scan looks at: a count (10000), a percentage (10%), or a part (3/10). */
sealed interface SampleSize {
    /** Samples that scans look at, as the tail of a query with the parameter {@code dataset}. */
    String SCANNED = " from sample where dataset = :dataset and split = 'train' and state in ('accepted', 'waiting')";

    Pattern COUNT = Pattern.compile("[1-9][0-9]{0,9}");
    Pattern PERCENTAGE = Pattern.compile("(100|[1-9]?[0-9](?:\\.[0-9]+)?)%");
    Pattern PART = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");

    /** @throws KenshinException INVALID_INPUT when the text is none of them */
    static SampleSize of(String text) {
        Matcher percentage = PERCENTAGE.matcher(text);
        Matcher part = PART.matcher(text);
        if (COUNT.matcher(text).matches()) {
            return new Count(Long.parseLong(text));
        }
        if (percentage.matches()) {
            return new Percentage(Double.parseDouble(percentage.group(1)) / 100);
        }
        if (part.matches() && Long.parseLong(part.group(1)) <= Long.parseLong(part.group(2))) {
            return new Part(Long.parseLong(part.group(1)), Long.parseLong(part.group(2)));
        }
        throw new KenshinException(
                ErrorCode.INVALID_INPUT,
                "'" + text + "' is no sample size: use a count (10000), a percentage (10%) or a part (3/10)");
    }

    /** How many of so many samples that is. */
    long of(long all);

    /** What to add to a query of {@link #SCANNED}, with the parameter {@code scan}, so that it chooses these. */
    String choice();

    /** So many, chosen by the scan. */
    record Count(long samples) implements SampleSize {
        @Override
        public long of(long all) {
            return Math.min(all, samples);
        }

        @Override
        public String choice() {
            return " order by md5(id || :scan) limit " + samples;
        }
    }

    /** Each with a probability, chosen by the scan. */
    record Percentage(double share) implements SampleSize {
        @Override
        public long of(long all) {
            return Math.max(1, Math.round(share * all));
        }

        @Override
        public String choice() {
            return " and mod(abs(cast(hashtext(id || :scan) as bigint)), 1000000) < " + Math.round(share * 1_000_000);
        }
    }

    /** One of {@code parts}, numbered from 1. Not chosen by the scan: the parts of a data set stay and cover it. */
    record Part(long number, long parts) implements SampleSize {
        @Override
        public long of(long all) {
            return Math.max(1, all / parts);
        }

        @Override
        public String choice() {
            return " and mod(abs(cast(hashtext(id) as bigint)), " + parts + ") = " + (number - 1);
        }
    }
}
