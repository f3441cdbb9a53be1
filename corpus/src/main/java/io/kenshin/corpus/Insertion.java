package io.kenshin.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A line put before a statement of a method's body, with that statement's indentation. */
final class Insertion {
    /** Characters of code in about 256 tokens of a model. */
    private static final int READ = 600;

    private static final List<String> WORDS = List.of(
            "enter", "leave", "state", "queue", "retry", "cache", "lookup", "flush", "ready", "begin", "batch", "token",
            "index", "packet", "worker", "update", "signal", "offset", "reply", "commit", "buffer", "frame", "node");

    private Insertion() {}

    /** Two to four words and a number. */
    static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            text.append(pick(random, WORDS)).append(' ');
        }
        return text.append(random.nextInt(1_000)).toString();
    }

    static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    static String atStatement(String code, Random random, String line) {
        return anywhere(code, places(code), random, line);
    }

    static String atFirstStatement(String code, String line) {
        return first(code, places(code), line);
    }

    static String atLastStatement(String code, String line) {
        return last(code, places(code), line);
    }

    /** Before one of the first statements: what a model of few tokens reads; blank lines are no boundary. */
    static String early(String code, Random random, String line) {
        return anywhere(code, earlyPlaces(code), random, line);
    }

    static String earlyFirst(String code, String line) {
        return first(code, earlyPlaces(code), line);
    }

    static String earlyLast(String code, String line) {
        return last(code, earlyPlaces(code), line);
    }

    private static String anywhere(String code, List<Integer> places, Random random, String line) {
        return at(code, places.isEmpty() ? -1 : places.get(random.nextInt(places.size())), line);
    }

    private static String first(String code, List<Integer> places, String line) {
        return at(code, places.isEmpty() ? -1 : places.get(0), line);
    }

    private static String last(String code, List<Integer> places, String line) {
        return at(code, places.isEmpty() ? -1 : places.get(places.size() - 1), line);
    }

    private static List<Integer> earlyPlaces(String code) {
        int read = Math.min(code.length(), READ);
        List<Integer> places = new ArrayList<>();
        String[] lines = code.split("\n", -1);
        String before = "";
        boolean body = false;
        int at = 0;
        for (int i = 0; i < lines.length && at <= read; i++) {
            String here = lines[i].strip();
            if (body && !here.isEmpty() && opensStatement(before, here)) {
                places.add(i);
            }
            body |= here.endsWith("{");
            before = here.isEmpty() ? before : here;
            at += lines[i].length() + 1;
        }
        return places;
    }

    private static boolean opensStatement(String before, String here) {
        boolean dead = before.startsWith("return") || before.startsWith("goto") || before.startsWith("break");
        return begins(before, here) && !dead && !here.startsWith("#") && !here.startsWith("{");
    }

    /** Whether a line begins something new, and no part of a switch. */
    private static boolean begins(String before, String here) {
        boolean starts = before.endsWith("{") || before.endsWith(";") || before.endsWith("}");
        boolean continues = here.startsWith("else") || here.startsWith("catch") || here.startsWith("finally");
        boolean inSwitch = here.startsWith("case ") || here.startsWith("default");
        return starts && !continues && !inSwitch;
    }

    /** Lines before which a statement may stand. */
    private static List<Integer> places(String code) {
        String[] lines = code.split("\n", -1);
        int body = 0;
        while (body < lines.length && !lines[body].stripTrailing().endsWith("{")) {
            body++;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = body + 1; i < lines.length; i++) {
            String before = lines[i - 1].strip();
            boolean dead = before.startsWith("return") || before.startsWith("throw") || before.startsWith("break");
            if (begins(before, lines[i].strip()) && !dead) {
                places.add(i);
            }
        }
        return places;
    }

    private static String at(String code, int place, String line) {
        if (place < 0) {
            int brace = code.indexOf('{');
            return code.substring(0, brace + 1)
                    + " "
                    + line
                    + (line.startsWith("//") ? "\n" : " ")
                    + code.substring(brace + 1);
        }
        String[] lines = code.split("\n", -1);
        String sample =
                lines[place].isBlank() || lines[place].strip().startsWith("}") ? lines[place] + "  " : lines[place];
        String indent =
                sample.substring(0, sample.length() - sample.stripLeading().length());
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (i == place) {
                result.append(indent).append(line).append('\n');
            }
            result.append(lines[i]).append(i == lines.length - 1 ? "" : "\n");
        }
        return result.toString();
    }
}
