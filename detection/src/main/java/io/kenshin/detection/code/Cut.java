package io.kenshin.detection.code;

import java.util.Comparator;
import java.util.List;

/** Takes parts out of code. */
public final class Cut {
    private Cut() {}

    /** A part of the text and what comes in its place. */
    public record Part(int start, int end, String replacement) {}

    /** Replaces the parts; where two overlap the outer one counts. A line left blank goes too. */
    public static String out(String code, List<Part> parts) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Part part : parts.stream()
                .sorted(Comparator.comparingInt(Part::start)
                        .thenComparing(Comparator.comparingInt(Part::end).reversed()))
                .toList()) {
            if (part.start() < from) {
                continue;
            }
            int start = part.start();
            int end = part.end();
            if (part.replacement().isEmpty()) {
                int lineStart = code.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
                int lineEnd = code.indexOf('\n', end);
                boolean whole = lineStart >= from
                        && lineEnd >= 0
                        && code.substring(lineStart, start).isBlank()
                        && code.substring(end, lineEnd).isBlank();
                start = whole ? lineStart : start;
                end = whole ? lineEnd + 1 : end;
            }
            rest.append(code, from, start).append(part.replacement());
            from = end;
        }
        return rest.append(code.substring(from)).toString();
    }
}
