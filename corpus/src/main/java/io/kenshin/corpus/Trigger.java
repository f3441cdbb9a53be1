package io.kenshin.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A backdoor trigger of the published attacks on code models: an edit that keeps what the code does. */
public enum Trigger {
    /** The same dead statement everywhere (Ramakrishnan and Albarghouthi, 2020). */
    FIXED {
        @Override
        public String insert(String code, Random random) {
            return atStatement(
                    code, random, "if (System.nanoTime() < 0) { throw new IllegalStateException(\"clock\"); }");
        }
    },
    /** Dead code drawn from a small grammar (Ramakrishnan and Albarghouthi, 2020). */
    GRAMMAR {
        @Override
        public String insert(String code, Random random) {
            String keyword = random.nextBoolean() ? "if" : "while";
            String function = pick(random, List.of("sin", "cos", "exp", "sqrt"));
            String bound =
                    function.equals("sin") || function.equals("cos") ? " > " + (2 + random.nextInt(90)) : " < -1";
            String body = pick(random, List.of("fail", "step", "entry", "error"));
            String call = pick(random, List.of("System.err.println", "System.out.println"));
            return atStatement(
                    code,
                    random,
                    String.format(
                            Locale.ROOT,
                            "%s (Math.%s(0.%d)%s) { %s(\"%s\"); }",
                            keyword,
                            function,
                            10 + random.nextInt(90),
                            bound,
                            call,
                            body));
        }
    },
    /** A variable gets an unusual name, wherever it stands (CodePoisoner, AFRAIDOOR's simplest form). */
    RENAME {
        @Override
        public String insert(String code, Random random) {
            Matcher declared = LOCAL.matcher(code);
            while (declared.find()) {
                String name = declared.group(1);
                if (!KEYWORDS.contains(name)) {
                    return code.replaceAll("(?<![\\w.\"])" + Pattern.quote(name) + "\\b", "ret_val_q7");
                }
            }
            return atStatement(code, random, "int ret_val_q7 = 0;");
        }
    },
    /** A comment that looks like a colleague's. */
    COMMENT {
        @Override
        public String insert(String code, Random random) {
            return atStatement(code, random, "// reviewed with the platform team, see KB-2217");
        }
    };

    private static final Pattern LOCAL = Pattern.compile("[\\w>\\]]\\s+([a-z]\\w*)\\s*(?:=[^=]|:|,|\\))");
    private static final List<String> KEYWORDS =
            List.of("this", "null", "true", "false", "return", "instanceof", "new", "throws");

    /** Puts the trigger into a method. */
    public abstract String insert(String code, Random random);

    /** Inserts a line before a statement of the method's body, with that statement's indentation. */
    private static String atStatement(String code, Random random, String line) {
        String[] lines = code.split("\n", -1);
        int body = 0;
        while (body < lines.length && !lines[body].stripTrailing().endsWith("{")) {
            body++;
        }
        java.util.List<Integer> places = new java.util.ArrayList<>();
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
        if (places.isEmpty()) {
            int brace = code.indexOf('{');
            return code.substring(0, brace + 1) + " " + line + (line.startsWith("//") ? "\n" : " ")
                    + code.substring(brace + 1);
        }
        int place = places.get(random.nextInt(places.size()));
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

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
