package io.kenshin.contracts;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The most that records and the texts in them may hold. What Kenshin sends is cut to stay far below what a record may
 * hold, by bytes as well as by count; what others send is checked against the same numbers.
 */
public final class Limits {
    /** Of any record on any topic: no broker takes more, and every producer of the services may send as much. */
    public static final int RECORD_BYTES = 8 << 20;

    /** Of a chunk, and of the codes of one question to a model. A text as JSON has at most six times its bytes. */
    public static final int PART_BYTES = 512 << 10;

    /** Samples of a chunk: enough to spread the cost of a record, few enough that replicas share a scan evenly. */
    public static final int CHUNK_SAMPLES = 32;

    /** Codes of one question to a model. */
    public static final int PROBE_CODES = 64;

    /** Of a sample's code. */
    public static final int CODE_CHARS = 256 * 1024;

    /** Of a label, an identity, a source. */
    public static final int NAME_CHARS = 500;

    /** Of a reason why something failed. */
    public static final int REASON_CHARS = 1_000;

    /** Of a dead letter that would be larger than a record otherwise: three bytes are the most of a character. */
    public static final int LETTER_CHARS = RECORD_BYTES / 4;

    private Limits() {}

    /** A text of so many characters at most; no pair of surrogates is cut in two. */
    public static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }

    /** Bytes of a text in UTF-8. */
    public static long bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a pair of surrogates is two of its four bytes.
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }

    /** Where a part of a list ends that begins at {@code from}: it has one item at least, and no more than fit. */
    public static <T> int end(List<T> items, int from, int most, ToLongFunction<T> bytes) {
        int to = from + 1;
        long sum = bytes.applyAsLong(items.get(from));
        while (to < items.size() && to - from < most) {
            sum += bytes.applyAsLong(items.get(to));
            if (sum > PART_BYTES) {
                break;
            }
            to++;
        }
        return to;
    }

    /** Whether a database can keep it: no NUL, no half of a surrogate pair. */
    public static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @throws IllegalArgumentException when one of them is too long for a name, or is no text */
    public static void checkNames(@Nullable String... names) {
        for (String name : names) {
            if (name != null && (name.length() > NAME_CHARS || !isText(name))) {
                throw new IllegalArgumentException("'" + cut(name, 50).replace('\0', ' ') + "…' is no name: at most "
                        + NAME_CHARS + " characters, no NUL, no half of a surrogate pair");
            }
        }
    }
}
