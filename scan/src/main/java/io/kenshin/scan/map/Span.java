package io.kenshin.scan.map;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a sample's code that belongs to a trigger.
 *
 * @param start of its first character, counted in UTF-16 units as Java and JavaScript do
 * @param end after its last
 */
public record Span(int start, int end) {
    private static final int MOST = 50;

    /** Every place where a pattern stands in code, in order, none inside another. */
    public static List<Span> of(Trigger pattern, Code source) {
        String code = source.text();
        List<Span> found = new ArrayList<>();
        boolean name = pattern instanceof Identifier;
        for (String text : pattern.texts(source)) {
            for (int at = code.indexOf(text); at >= 0 && !text.isEmpty(); at = code.indexOf(text, at + 1)) {
                if (!name || isWord(code, at, at + text.length())) {
                    found.add(new Span(at, at + text.length()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
        List<Span> apart = new ArrayList<>();
        for (Span span : found) {
            if (apart.isEmpty() || span.start >= apart.get(apart.size() - 1).end) {
                apart.add(span);
            }
        }
        return List.copyOf(apart.subList(0, Math.min(MOST, apart.size())));
    }

    private static boolean isWord(String code, int start, int end) {
        return (start == 0 || !Character.isJavaIdentifierPart(code.charAt(start - 1)))
                && (end == code.length() || !Character.isJavaIdentifierPart(code.charAt(end)));
    }
}
