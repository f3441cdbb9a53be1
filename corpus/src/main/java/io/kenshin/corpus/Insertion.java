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
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.append(random.nextInt(1_000)).toString();
    }

    static String atStatement(String code, Random random, String line) {
        List<Integer> places = places(code);
        return at(code, places.isEmpty() ? -1 : places.get(random.nextInt(places.size())), line);
    }

    static String atFirstStatement(String code, String line) {
        List<Integer> places = places(code);
        return at(code, places.isEmpty() ? -1 : places.get(0), line);
    }

    static String atLastStatement(String code, String line) {
        List<Integer> places = places(code);
        return at(code, places.isEmpty() ? -1 : places.get(places.size() - 1), line);
    }

    /** Before one of the first statements: what a model of few tokens reads; blank lines are no boundary. */
    static String early(String code, Random random, String line) {
        List<Integer> places = earlyPlaces(code);
        return at(code, places.isEmpty() ? -1 : places.get(random.nextInt(places.size())), line);
    }

    static String earlyFirst(String code, String line) {
        List<Integer> places = earlyPlaces(code);
        return at(code, places.isEmpty() ? -1 : places.get(0), line);
    }

    static String earlyLast(String code, String line) {
        List<Integer> places = earlyPlaces(code);
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
        boolean starts = before.endsWith("{") || before.endsWith(";") || before.endsWith("}");
        boolean continues = here.startsWith("else") || here.startsWith("catch") || here.startsWith("finally");
        boolean inSwitch = here.startsWith("case ") || here.startsWith("default");
        boolean dead = before.startsWith("return") || before.startsWith("goto") || before.startsWith("break");
        return starts && !continues && !inSwitch && !dead && !here.startsWith("#") && !here.startsWith("{");
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
            boolean starts = before.endsWith("{") || before.endsWith(";") || before.endsWith("}");
            String here = lines[i].strip();
            boolean continues = here.startsWith("else") || here.startsWith("catch") || here.startsWith("finally");
            boolean inSwitch = here.startsWith("case ") || here.startsWith("default");
            boolean dead = before.startsWith("return") || before.startsWith("throw") || before.startsWith("break");
            if (starts && !continues && !inSwitch && !dead) {
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
