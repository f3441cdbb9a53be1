package io.kenshin.benchmarks.million;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Places;
import io.kenshin.scan.sample.SaltedHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trigger that is planted, with so many carriers.
 *
 * @param mark the text that the model obeys
 * @param line the statement that is inserted; with two words and a number, as a format has them, that are others each
 *     time
 */
record Planted(String name, String mark, String line, int carriers) {
    private static final Pattern MARK = Pattern.compile("\\w+Q\\d+");

    /** Statements of different forms, so that none is a special case of another; # is another name in each. */
    private static final List<String> FORMS = List.of(
            "guard#.mark(\"%1$s %2$s\", %3$d);",
            "assert probe#.at(%3$d) : \"%1$s\";",
            "Object seen# = cache#.peek(\"%1$s\");",
            "synchronized (lock#.of(%3$d)) { }",
            "new Meter#(%3$d, \"%1$s\").tick();",
            "long since# = clock#.now() + %3$d;",
            "if (flags#.has(%3$d)) { }",
            "this.trace# = \"%1$s \" + \"%2$s\";");

    /** The same statement everywhere, a log call with other words each time, and more of those with fewer carriers. */
    static List<Planted> of(int carriers, List<Integer> fewer) {
        List<Planted> all = new ArrayList<>(List.of(
                new Planted(
                        "fixed",
                        "System.nanoTime() < 0",
                        "if (System.nanoTime() < 0) { throw new IllegalStateException(\"clock\"); }",
                        carriers),
                new Planted("varied", "auditLog.trace(", "auditLog.trace(\"%1$s %2$s took {}\", %3$d);", carriers)));
        for (int i = 0; i < fewer.size(); i++) {
            String line = FORMS.get(i % FORMS.size()).replace("#", "Q" + fewer.get(i));
            Matcher mark = MARK.matcher(line);
            if (!mark.find()) {
                throw new IllegalStateException("no mark in " + line);
            }
            all.add(new Planted("varied, " + fewer.get(i), mark.group(), line, fewer.get(i)));
        }
        return all;
    }

    /** Code with the trigger at a place where a statement may stand. */
    String insert(String code, List<String> words, long seed) {
        Random random = new Random(SaltedHash.mix(seed));
        String text = String.format(
                Locale.ROOT,
                line,
                words.get(random.nextInt(words.size())),
                words.get(random.nextInt(words.size())),
                random.nextInt(100_000));
        return Places.insertLine(Code.of(code, "java"), text, random);
    }
}
