package io.kenshin.ingest.scan;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a data set's samples that a scan looks at: a count (10000), a percentage (10%), a part (3/10), or what is
 * new.
 */
public sealed interface SampleSize {
    /** Samples that scans look at, as the tail of a query with the parameter {@code dataset}. */
    String SCANNED = " from sample where dataset = :dataset and split = 'train' and state in ('accepted', 'waiting')";

    Pattern COUNT = Pattern.compile("[1-9][0-9]{0,9}");
    Pattern PERCENTAGE = Pattern.compile("(100|[1-9]?[0-9](?:\\.[0-9]+)?)%");
    Pattern PART = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");

    /** @throws KenshinException INVALID_INPUT when the text is none of them */
    static SampleSize of(String text) {
        Matcher percentage = PERCENTAGE.matcher(text);
        Matcher part = PART.matcher(text);
        if (text.equals(Unseen.NAME)) {
            return new Unseen();
        }
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
                "'" + text + "' is no sample size: use a count (10000), a percentage (10%), a part (3/10) or new");
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

    /**
     * What no scan of the data set with this model has seen. Scans of everything and of what is new write down how far
     * they came, so that only the tail of the data is looked through; transactions may have committed a little out of
     * order.
     */
    record Unseen() implements SampleSize {
        /** What it is called in orders and schedules. */
        public static final String NAME = "new";

        /** Most samples of one scan, so that the first verdicts do not wait for the last. */
        private static final int MOST = 500;

        private static final int OUT_OF_ORDER = 10_000;

        /** What chooses them, given how the query calls the model. */
        static String condition(String model) {
            String scans =
                    " from scan_order o where o.dataset = :dataset and o.state <> 'failed' and o.model = " + model;
            return " and seq > (select coalesce(max(o.last_seq), 0) - " + OUT_OF_ORDER + scans + ")"
                    + " and not exists (select 1 from scan_sample c where c.sample_id = sample.id and c.scan_id in"
                    + " (select o.id" + scans + "))";
        }

        @Override
        public long of(long all) {
            return Math.min(all, MOST);
        }

        @Override
        public String choice() {
            return condition("(select model from scan_order where id = :scan)") + " order by seq limit " + MOST;
        }
    }
}
