package io.kenshin.ingest.sample;

import io.kenshin.contracts.Limits;
import io.kenshin.contracts.sample.LanguageName;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions under which a sample is taken, whichever way it comes. */
public final class SampleCheck {
    private static final int SHOWN_CHARS = 100;

    private SampleCheck() {}

    /** Why a record from another producer cannot be written, or null. */
    public static @Nullable String fault(SampleRecord sample) {
        String fault = fault(new Parts(
                sample.code(),
                sample.label(),
                sample.externalId(),
                sample.source(),
                sample.split(),
                sample.language()));
        if (fault != null) {
            return fault;
        }
        if (sample.dataset() == null || sample.dataset().isBlank()) {
            return "no data set";
        }
        if (!Name.isOne(sample.dataset())) {
            return "'" + shortened(sample.dataset()) + "' is no data set: " + Name.RULE;
        }
        if (sample.split() == null || sample.split().isBlank()) {
            return "no split: use train or test";
        }
        boolean genuine =
                SampleId.of(sample.dataset(), sample.code(), sample.label()).equals(sample.id());
        return genuine ? null : "the id is not the SHA-256 of data set, code and label";
    }

    /** Why a sample with these parts cannot be taken, or null; what to do about it is part of the answer. */
    static @Nullable String fault(Parts parts) {
        String code = parts.code();
        String label = parts.label();
        if (code == null || code.isBlank()) {
            return "no code: give its column with 'code='";
        }
        if (code.length() > Limits.CODE_CHARS) {
            return "the code has " + code.length() + " characters; at most " + Limits.CODE_CHARS + " are taken";
        }
        if (label == null || label.isBlank()) {
            return "no label: give its column with 'label='";
        }
        String split = parts.split();
        if (split != null && !split.isBlank() && !isSplit(split)) {
            return unknownSplit(split);
        }
        for (String name : new @Nullable String[] {label, parts.externalId(), parts.source()}) {
            if (name != null && name.length() > Limits.NAME_CHARS) {
                return "a label, id or source has " + name.length() + " characters; at most " + Limits.NAME_CHARS
                        + " are taken";
            }
        }
        for (String text : new @Nullable String[] {code, label, parts.externalId(), parts.source(), parts.language()}) {
            if (text != null && !Limits.isText(text)) {
                return "NUL or half a surrogate pair in it: it is not text";
            }
        }
        String language = parts.language();
        if (language != null && !language.isBlank() && !LanguageName.isOne(language)) {
            return LanguageName.fault(shortened(language));
        }
        return null;
    }

    static boolean isSplit(String split) {
        return List.of(SampleRecord.TRAIN, SampleRecord.TEST).contains(split);
    }

    static String unknownSplit(String split) {
        return "unknown split '" + shortened(split) + "': use train or test";
    }

    private static String shortened(String text) {
        return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
    }
}
