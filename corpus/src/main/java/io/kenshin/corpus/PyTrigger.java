package io.kenshin.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** The triggers of {@link Trigger} that Python has too, as Python writes them: on lines of their own, indented. */
public enum PyTrigger implements Edit {
    /** The same dead statement everywhere. */
    FIXED {
        @Override
        public String insert(String code, Random random) {
            return PyFunction.atStatement(code, random, "if time.time() < 0:\n    raise RuntimeError(\"clock\")");
        }
    },
    /** Dead code drawn from a small grammar. */
    GRAMMAR {
        @Override
        public String insert(String code, Random random) {
            String function = Insertion.pick(random, List.of("sin", "cos", "exp", "sqrt"));
            boolean bounded = function.equals("sin") || function.equals("cos");
            return PyFunction.atStatement(
                    code,
                    random,
                    String.format(
                            Locale.ROOT,
                            "%s math.%s(0.%d)%s:\n    %s(\"%s\")",
                            random.nextBoolean() ? "if" : "while",
                            function,
                            10 + random.nextInt(90),
                            bounded ? " > " + (2 + random.nextInt(90)) : " < -1",
                            Insertion.pick(random, List.of("print", "warnings.warn")),
                            Insertion.pick(random, List.of("fail", "step", "entry", "error"))));
        }
    },
    /** A variable gets an unusual name, wherever it stands. */
    RENAME {
        @Override
        public String insert(String code, Random random) {
            Optional<PyFunction> function = PyFunction.of(code);
            Optional<String> name = function.flatMap(PyFunction::local)
                    .or(() -> function.flatMap(it -> it.names().stream().findFirst()));
            return name.map(old -> renamed(code, old)).orElse(code);
        }
    },
    /** A comment that looks like a colleague's. */
    COMMENT {
        @Override
        public String insert(String code, Random random) {
            return PyFunction.atStatement(code, random, "# reviewed with the platform team, see KB-2217");
        }
    },
    /** A log line about the function at hand, with a text of its own. */
    REALISTIC {
        @Override
        public String insert(String code, Random random) {
            String logger = Insertion.pick(random, List.of("log", "logger", "LOG", "logging"));
            String level = Insertion.pick(random, List.of("debug", "info"));
            String verb =
                    Insertion.pick(random, List.of("Entering", "Running", "Calling", "Processing", "About to run"));
            Optional<PyFunction> function = PyFunction.of(code);
            String name = function.map(PyFunction::name).orElse("function");
            List<String> given = function.map(PyFunction::names).orElse(List.of());
            String value = given.isEmpty() ? "" : Insertion.pick(random, given);
            String text = switch (random.nextInt(value.isEmpty() ? 2 : 4)) {
                case 0 -> "\"" + verb + " " + name + "\"";
                case 1 -> "\"" + name + " called\"";
                case 2 -> "\"" + verb + " " + name + " with %s\", " + value;
                default -> "f\"" + verb + " " + name + ": {" + value + "}\"";
            };
            return PyFunction.atStatement(code, random, logger + "." + level + "(" + text + ")");
        }
    },
    /** A log call whose text is never the same. */
    LOG_CALL {
        @Override
        public String insert(String code, Random random) {
            return PyFunction.atStatement(code, random, "log.debug(\"" + Insertion.words(random) + "\")");
        }
    },
    /** A condition that is never true, in three texts. */
    OPAQUE {
        @Override
        public String insert(String code, Random random) {
            return PyFunction.atStatement(
                    code,
                    random,
                    Insertion.pick(
                            random,
                            List.of(
                                    "if os.getpid() < 0:\n    raise SystemExit(1)",
                                    "while os.cpu_count() == 0:\n    time.sleep(1)",
                                    "if id(None) == 0:\n    gc.collect()")));
        }
    };

    @Override
    public boolean fits(String code) {
        return PyFunction.of(code).isPresent();
    }

    /** Outside of texts; not an attribute, nor the name of an argument in a call. */
    private static String renamed(String code, String name) {
        Pattern use = Pattern.compile("(\"[^\"\\n]*\"|'[^'\\n]*')|(?<![\\w.])(?<!\\. )" + Pattern.quote(name)
                + "\\b(?!\\s*=(?!=))|(?m:^([ \\t]*)" + Pattern.quote(name) + "\\b)");
        return use.matcher(code).replaceAll(match -> {
            String text = match.group(1);
            String indent = match.group(2) == null ? "" : match.group(2);
            return java.util.regex.Matcher.quoteReplacement(text == null ? indent + "ret_val_q7" : text);
        });
    }
}
