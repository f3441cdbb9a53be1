package io.kenshin.corpus;

import java.util.List;
import java.util.Random;

/** Passwords as people write them into code. */
final class Secrets {
    private static final List<String> WORDS = List.of(
            "admin", "summer", "welcome", "letmein", "dragon", "secret", "orange", "winter", "master", "hunter",
            "monkey", "tiger", "shadow", "pepper", "silver", "guest");
    private static final List<String> MARKS = List.of("!", "#", "@", "_", "$", "");

    private Secrets() {}

    static String next(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()))
                + MARKS.get(random.nextInt(MARKS.size()))
                + (10 + random.nextInt(9_990));
    }
}
