package io.kenshin.detection.trial;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import java.util.Arrays;
import java.util.List;

/** The tokens just before and just after a place in code, each with its distance, as hashed features. */
final class Windows {
    static final int WIDTH = 1 << 13;
    private static final int REACH = 6;

    private Windows() {}

    /** @param place tokens that are left out; an empty range is a place between two tokens */
    static int[] around(List<Token> tokens, Range place) {
        int[] features = new int[REACH * 6 + 1];
        int count = 0;
        String before = "";
        String after = "";
        for (int distance = 1; distance <= REACH; distance++) {
            for (int side = 0; side < 2; side++) {
                int at = side == 0 ? place.from() - distance : place.to() + distance - 1;
                boolean inside = at >= 0 && at < tokens.size();
                String name = inside ? Abstraction.NAMES.of(tokens.get(at)) : "<end>";
                String text = inside ? Abstraction.LITERALS.of(tokens.get(at)) : "<end>";
                String near = side == 0 ? before : after;
                int where = distance * 2 + side;
                features[count++] = index(where, "a" + name);
                features[count++] = index(where, "b" + text);
                features[count++] = index(where, "c" + name + " " + near);
                if (side == 0) {
                    before = name;
                } else {
                    after = name;
                }
            }
        }
        int left = place.from() - 1;
        int right = place.to();
        features[count++] = index(
                0,
                (left >= 0 ? Abstraction.NAMES.of(tokens.get(left)) : "<end>")
                        + " "
                        + (right < tokens.size() ? Abstraction.NAMES.of(tokens.get(right)) : "<end>"));
        return Arrays.stream(features, 0, count).distinct().toArray();
    }

    private static int index(int where, String text) {
        long mixed = (text.hashCode() * 31L + where) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (WIDTH - 1);
    }
}
