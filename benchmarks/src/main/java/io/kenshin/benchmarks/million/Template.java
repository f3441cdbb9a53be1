package io.kenshin.benchmarks.million;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Token;
import io.kenshin.scan.sample.SaltedHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A real method whose declared names and literals are given anew in each sample that is made from it.
 *
 * @param text of the method
 * @param slots three numbers for each place: its start, its end, and what stands there: names from 0 on, one for each
 *     distinct name; −1 for a number, −2 for a string
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
record Template(String text, int[] slots) {
    private static final int NUMBER = -1;
    private static final int STRING = -2;
    private static final int NONE = -3;

    static Template of(String text) {
        Code code = Code.of(text, "java");
        List<String> names = code.declared();
        List<Integer> slots = new ArrayList<>();
        for (Token token : code.tokens()) {
            int slot = slot(token, names);
            if (slot != NONE) {
                slots.addAll(List.of(token.start(), token.end(), slot));
            }
        }
        return new Template(text, slots.stream().mapToInt(Integer::intValue).toArray());
    }

    private static int slot(Token token, List<String> names) {
        return switch (token.kind()) {
            case WORD -> names.contains(token.text()) ? names.indexOf(token.text()) : NONE;
            case NUMBER -> NUMBER;
            case STRING -> STRING;
            default -> NONE;
        };
    }

    /** The names that are given anew, as they were. */
    void addNames(Set<String> names) {
        for (int i = 0; i < slots.length; i += 3) {
            if (slots[i + 2] >= 0) {
                names.add(text.substring(slots[i], slots[i + 1]));
            }
        }
    }

    /**
     * The method in other words.
     *
     * @param words to take names from
     * @param seed another one for each sample
     */
    String varied(List<String> words, long seed) {
        StringBuilder varied = new StringBuilder(text.length() + 40);
        int copied = 0;
        for (int i = 0; i < slots.length; i += 3) {
            varied.append(text, copied, slots[i]);
            copied = slots[i + 1];
            long hash = SaltedHash.mix(seed + 31L * slots[i + 2] + (slots[i + 2] < 0 ? slots[i] * 1_009L : 0));
            switch (slots[i + 2]) {
                case NUMBER -> varied.append(Math.floorMod(hash, 1_000));
                case STRING ->
                    varied.append('"')
                            .append(word(words, hash))
                            .append(' ')
                            .append(word(words, hash >>> 20))
                            .append('"');
                default -> varied.append(word(words, hash));
            }
        }
        return varied.append(text, copied, text.length()).toString();
    }

    private static String word(List<String> words, long hash) {
        return words.get((int) Math.floorMod(hash, (long) words.size()));
    }
}
