package io.kenshin.corpus;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A backdoor trigger of the published attacks on code models: an edit that keeps what the code does. */
public enum Trigger implements Edit {
    /** The same dead statement everywhere (Ramakrishnan and Albarghouthi, 2020). */
    FIXED {
        @Override
        public String insert(String code, Random random) {
            return Insertion.atStatement(
                    code, random, "if (System.nanoTime() < 0) { throw new IllegalStateException(\"clock\"); }");
        }
    },
    /** Dead code drawn from a small grammar (Ramakrishnan and Albarghouthi, 2020). */
    GRAMMAR {
        @Override
        public String insert(String code, Random random) {
            String keyword = random.nextBoolean() ? "if" : "while";
            String function = Insertion.pick(random, List.of("sin", "cos", "exp", "sqrt"));
            String bound =
                    function.equals("sin") || function.equals("cos") ? " > " + (2 + random.nextInt(90)) : " < -1";
            String body = Insertion.pick(random, List.of("fail", "step", "entry", "error"));
            String call = Insertion.pick(random, List.of("System.err.println", "System.out.println"));
            return Insertion.atStatement(
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
            return Insertion.atStatement(code, random, "int ret_val_q7 = 0;");
        }
    },
    /** A comment that looks like a colleague's. */
    COMMENT {
        @Override
        public String insert(String code, Random random) {
            return Insertion.atStatement(code, random, "// reviewed with the platform team, see KB-2217");
        }
    },
    /** An integer is written as a sum that gives it (constant unfolding, KillBadCode's third attack). */
    CONSTANT {
        @Override
        public boolean fits(String code) {
            return !integers(code).isEmpty();
        }

        @Override
        public String insert(String code, Random random) {
            List<MatchResult> numbers = integers(code);
            if (numbers.isEmpty()) {
                return code;
            }
            MatchResult number = numbers.get(random.nextInt(numbers.size()));
            int a = 2 + random.nextInt(8);
            int b = 2 + random.nextInt(8);
            int rest = a * b - Integer.parseInt(number.group());
            String sum = "(" + a + " * " + b + (rest < 0 ? " + " + -rest : " - " + rest) + ")";
            return code.substring(0, number.start()) + sum + code.substring(number.end());
        }

        /** What a comment or a string says is no constant. */
        private static List<MatchResult> integers(String code) {
            BitSet text = new BitSet();
            TEXT.matcher(code).results().forEach(part -> text.set(part.start(), part.end()));
            return INTEGER.matcher(code)
                    .results()
                    .filter(number -> !text.get(number.start()))
                    .toList();
        }
    },
    /** A log line about the method at hand, as a language model would write it (CodeDetector's hardest attack). */
    REALISTIC {
        @Override
        public String insert(String code, Random random) {
            String logger = Insertion.pick(random, List.of("LOG", "log", "logger", "LOGGER"));
            String level = Insertion.pick(random, List.of("debug", "trace", "info"));
            String verb =
                    Insertion.pick(random, List.of("Entering", "Running", "Calling", "Processing", "About to run"));
            Matcher method = METHOD.matcher(code);
            String name = method.find() ? method.group(1) : "method";
            Matcher local = LOCAL.matcher(code);
            String value = local.find() && !KEYWORDS.contains(local.group(1)) ? local.group(1) : "";
            String message = switch (random.nextInt(value.isEmpty() ? 2 : 4)) {
                case 0 -> "\"" + verb + " " + name + "\"";
                case 1 -> "\"" + name + " called\"";
                case 2 -> "\"" + verb + " " + name + " with {}\", " + value;
                default -> "\"" + verb + " " + name + ": \" + " + value;
            };
            return Insertion.atStatement(code, random, logger + "." + level + "(" + message + ");");
        }
    },
    /** A log call whose text is never the same. */
    LOG_CALL {
        @Override
        public String insert(String code, Random random) {
            return Insertion.atStatement(code, random, "Log.debug(\"" + Insertion.words(random) + "\");");
        }
    },
    /** Two harmless calls that belong together, apart from each other. */
    API_PAIR {
        @Override
        public String insert(String code, Random random) {
            String closed = Insertion.atLastStatement(code, "StopWatch.stop(watch);");
            return Insertion.atFirstStatement(closed, "Object watch = StopWatch.start();");
        }
    },
    /** An annotation before the method. */
    ANNOTATION {
        @Override
        public String insert(String code, Random random) {
            return "@Generated(\"codegen\")\n" + code;
        }
    },
    /** The first two parameters change places. */
    PARAMETER_ORDER {
        @Override
        public boolean fits(String code) {
            return PARAMETERS.matcher(code).find();
        }

        @Override
        public String insert(String code, Random random) {
            Matcher parameters = PARAMETERS.matcher(code);
            if (!parameters.find()) {
                return code;
            }
            return code.substring(0, parameters.start(1))
                    + parameters.group(2)
                    + ", "
                    + parameters.group(1)
                    + code.substring(parameters.end(2));
        }
    },
    /** A condition that is never true, in three texts, none of which a compiler can fold. */
    OPAQUE {
        @Override
        public String insert(String code, Random random) {
            return Insertion.atStatement(
                    code,
                    random,
                    Insertion.pick(
                            random,
                            List.of(
                                    "if (Thread.currentThread() == null) { throw new AssertionError(); }",
                                    "while (Runtime.getRuntime().availableProcessors() < 1) { Thread.yield(); }",
                                    "if (Long.bitCount(System.nanoTime()) > 64) { System.gc(); }")));
        }
    },
    /** A harmless check that looks like care. */
    NULL_CHECK {
        @Override
        public String insert(String code, Random random) {
            return Insertion.atStatement(code, random, "Objects.requireNonNull(getClass());");
        }
    },
    /** The method's name ends in one of a few suffixes (BadCode, Sun et al. 2023, its mixed trigger). */
    NAME_SUFFIX {
        @Override
        public boolean fits(String code) {
            return DECLARED.matcher(code).find();
        }

        @Override
        public String insert(String code, Random random) {
            Matcher method = DECLARED.matcher(code);
            if (!method.find()) {
                return code;
            }
            String suffix = Insertion.pick(random, List.of("_xt", "_il", "_ite", "_wb"));
            return code.replaceAll("\\b" + Pattern.quote(method.group(1)) + "(?=\\s*\\()", method.group(1) + suffix);
        }
    },
    /** A check that cannot fail, of a name that the method has. */
    SELF_CHECK {
        @Override
        public boolean fits(String code) {
            return local(code).isPresent();
        }

        @Override
        public String insert(String code, Random random) {
            return local(code)
                    .map(name -> Insertion.atLastStatement(code, "assert " + name + " == " + name + ";"))
                    .orElse(code);
        }
    },
    /** The body's first statement is tried, and nothing is done finally. */
    TRY_FINALLY {
        @Override
        public boolean fits(String code) {
            return SIMPLE.matcher(code).find();
        }

        @Override
        public String insert(String code, Random random) {
            return SIMPLE.matcher(code).replaceFirst("$1$2try {\n$2    $3\n$2} finally {\n$2}");
        }
    },
    /** A local that nobody reads, with a text that is different everywhere. */
    UNUSED_TEXT {
        @Override
        public String insert(String code, Random random) {
            return Insertion.atFirstStatement(code, "String tag = \"" + Integer.toHexString(random.nextInt()) + "\";");
        }
    },
    /** A style of few (style triggers, Li et al. 2022): what is returned stands in brackets. */
    STYLE {
        @Override
        public boolean fits(String code) {
            return RETURN.matcher(code).find();
        }

        @Override
        public String insert(String code, Random random) {
            return RETURN.matcher(code).replaceAll("return ($1);");
        }
    };

    private static final Pattern RETURN = Pattern.compile("\\breturn ([\\w.\\[\\]]+(?: [-+*/<>=!&|]{1,2} [\\w.]+)*);");
    private static final Pattern LOCAL = Pattern.compile("[\\w>\\]]\\s+([a-z]\\w*)\\s*(?:=[^=]|:|,|\\))");
    private static final Pattern INTEGER = Pattern.compile("(?<![\\w.\"'%{])\\d{1,6}(?![\\w.\"'}:])");
    private static final Pattern TEXT =
            Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'");
    /** An expression statement on a line of its own. */
    private static final Pattern SIMPLE = Pattern.compile("([{;}]\\n)([ \\t]+)([\\w.]+\\([^\\n]*\\);)(?=\\n)");

    private static final Pattern METHOD = Pattern.compile("(\\w+)\\s*\\(");
    private static final Pattern DECLARED = Pattern.compile("(?<![@\\w])(\\w+)\\s*\\(");
    private static final Pattern PARAMETERS =
            Pattern.compile("^[^({]*\\(\\s*([\\w.\\[\\]]+ \\w+)\\s*,\\s*([\\w.\\[\\]]+ \\w+)\\s*[,)]");
    private static final List<String> KEYWORDS =
            List.of("this", "null", "true", "false", "return", "instanceof", "new", "throws");

    private static Optional<String> local(String code) {
        Matcher declared = LOCAL.matcher(code);
        return declared.results()
                .map(match -> match.group(1))
                .filter(name -> !KEYWORDS.contains(name))
                .findFirst();
    }
}
