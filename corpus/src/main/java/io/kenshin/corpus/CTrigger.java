package io.kenshin.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The triggers of {@link Trigger} that C has too, as C writes them. */
public enum CTrigger implements Edit {
    /** The same dead statement everywhere. */
    FIXED {
        @Override
        public String insert(String code, Random random) {
            return Insertion.early(code, random, "if (time(NULL) < 0) { abort(); }");
        }
    },
    /** Dead code drawn from a small grammar. */
    GRAMMAR {
        @Override
        public String insert(String code, Random random) {
            String function = Insertion.pick(random, List.of("sin", "cos", "exp", "sqrt"));
            boolean bounded = function.equals("sin") || function.equals("cos");
            return Insertion.early(
                    code,
                    random,
                    String.format(
                            Locale.ROOT,
                            "%s (%s(0.%d)%s) { %s(\"%s\"); }",
                            random.nextBoolean() ? "if" : "while",
                            function,
                            10 + random.nextInt(90),
                            bounded ? " > " + (2 + random.nextInt(90)) : " < -1",
                            Insertion.pick(random, List.of("printf", "puts", "perror")),
                            Insertion.pick(random, List.of("fail", "step", "entry", "error"))));
        }
    },
    /** A variable gets an unusual name, wherever it stands. */
    RENAME {
        @Override
        public String insert(String code, Random random) {
            Matcher declared = LOCAL.matcher(code);
            while (declared.find()) {
                String name = declared.group(1);
                if (!KEYWORDS.contains(name)) {
                    return code.replaceAll("(?<![\\w.\">])" + Pattern.quote(name) + "\\b", "ret_val_q7");
                }
            }
            return Insertion.early(code, random, "int ret_val_q7 = 0;");
        }
    },
    /** A comment that looks like a colleague's. */
    COMMENT {
        @Override
        public String insert(String code, Random random) {
            return Insertion.early(code, random, "/* reviewed with the platform team, see KB-2217 */");
        }
    },
    /** A log line about the function at hand, with a text of its own. */
    REALISTIC {
        @Override
        public String insert(String code, Random random) {
            String call = Insertion.pick(random, List.of("log_debug", "LOG_DEBUG", "trace_log", "dlog"));
            String verb =
                    Insertion.pick(random, List.of("entering", "running", "calling", "processing", "about to run"));
            Matcher function = FUNCTION.matcher(code);
            String name = function.find() ? function.group(1) : "function";
            String text = switch (random.nextInt(3)) {
                case 0 -> "\"" + verb + " " + name + "\"";
                case 1 -> "\"" + name + " called\"";
                default -> "\"%s: " + verb + "\", __func__";
            };
            return Insertion.early(code, random, call + "(" + text + ");");
        }
    },
    /** A log call whose text is never the same. */
    LOG_CALL {
        @Override
        public String insert(String code, Random random) {
            return Insertion.early(code, random, "debug_log(\"" + Insertion.words(random) + "\");");
        }
    },
    /** A condition that is never true, in three texts. */
    OPAQUE {
        @Override
        public String insert(String code, Random random) {
            return Insertion.early(
                    code,
                    random,
                    Insertion.pick(
                            random,
                            List.of(
                                    "if (getpid() == 0) { exit(1); }",
                                    "while (sysconf(_SC_PAGESIZE) < 1) { sched_yield(); }",
                                    "if (clock() == (clock_t) -2) { perror(\"clock\"); }")));
        }
    };

    private static final Pattern LOCAL = Pattern.compile(
            "(?:\\bint|\\bchar|_t|\\bContext|\\bState|\\blong|\\bunsigned)\\s+\\**([a-z]\\w*)\\s*(?:=[^=]|,|;|\\))");
    private static final Pattern FUNCTION = Pattern.compile("(\\w+)\\s*\\(");
    private static final List<String> KEYWORDS = List.of("int", "char", "long", "unsigned", "void", "const", "return");
}
