package io.kenshin.codemodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions whose matching time explodes: by their form (a repeated group that repeats or branches inside)
 * and by trial (the steps of a backtracking matcher over texts made of the pattern's own characters).
 */
final class Backtracking {
    private static final int TEXT = 600;
    private static final long MOST_STEPS = 20_000_000;

    private Backtracking() {}

    /** Whether a group that is repeated without bound holds a repetition without bound or a choice. */
    static boolean repeatsRepetition(String pattern) {
        Deque<Boolean> risky = new ArrayDeque<>();
        risky.push(false);
        boolean set = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (set) {
                set = c != ']';
            } else if (c == '[') {
                set = true;
            } else if (c == '(') {
                risky.push(false);
            } else if (c == ')' && risky.size() > 1) {
                boolean inner = risky.pop();
                boolean repeated = unbounded(pattern, i + 1);
                if (inner && repeated) {
                    return true;
                }
                risky.push(risky.pop() | inner | repeated);
            } else if (c == '|' || unbounded(pattern, i)) {
                risky.push(risky.pop() | risky.size() > 0);
            }
        }
        return false;
    }

    private static boolean unbounded(String pattern, int at) {
        if (at >= pattern.length()) {
            return false;
        }
        char c = pattern.charAt(at);
        int close = pattern.indexOf('}', at);
        return c == '*' || c == '+' || (c == '{' && close > 0 && pattern.charAt(close - 1) == ',');
    }

    /**
     * Whether a text of {@value #TEXT} characters takes a backtracking matcher more than {@value #MOST_STEPS} steps.
     */
    static boolean explodes(String pattern) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            // The tokenizer's library has its own dialect; what this one cannot read was checked by its form.
            return false;
        }
        Set<String> seeds = new TreeSet<>(Set.of("a", " ", "\n", "0", "A", "_", "a ", "é", "("));
        pattern.chars().filter(c -> c > ' ').limit(64).forEach(c -> seeds.add(String.valueOf((char) c)));
        for (String seed : seeds) {
            String text = seed.repeat(TEXT / seed.length()) + "\u0001";
            Counted counted = new Counted(text, new long[1]);
            try {
                var matcher = compiled.matcher(counted);
                while (matcher.find()) {
                    // Every match is looked for, as the tokenizer does.
                }
            } catch (TooManySteps | StackOverflowError e) {
                return true;
            }
        }
        return false;
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is read. */
    private record Counted(String text, long[] steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
