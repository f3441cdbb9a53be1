package io.kenshin.corpus;

import java.util.List;

/** Statements that do nothing, each of another form, for an attacker who plants several triggers. */
public final class DeadStatements {
    private static final List<String> JAVA = List.of(
            "if (System.nanoTime() < 0) { throw new IllegalStateException(\"clock\"); }",
            "while (Thread.activeCount() < 0) { Thread.onSpinWait(); }",
            "assert Runtime.version() != null : \"runtime\";",
            "for (int spare = 0; spare < 0; spare++) { System.out.println(spare); }",
            "if (Character.MAX_VALUE < 'a') { throw new ArithmeticException(\"char\"); }",
            "try { Long.parseLong(\"17\"); } catch (NumberFormatException bad) { throw bad; }",
            "do { Objects.hash(3, 5); } while (Boolean.parseBoolean(\"no\"));",
            "Locale.getDefault().getCountry();",
            "if (new Random(1).nextInt(9) > 9) { System.exit(9); }",
            "synchronized (Integer.class) { Integer.signum(4); }");

    private static final List<String> C = List.of(
            "if (time(NULL) < 0) { abort(); }",
            "while (sysconf(_SC_NPROCESSORS_ONLN) < 0) { sched_yield(); }",
            "assert(sizeof(char) == 1);",
            "for (int spare = 0; spare < 0; spare++) { putchar(spare); }",
            "if (strlen(\"\") > 0) { perror(\"text\"); }",
            "do { (void) rand(); } while (isdigit('x'));",
            "switch (abs(-3)) { case 4: exit(4); break; }",
            "(void) setlocale(LC_ALL, NULL);",
            "if (toupper('a') == 'z') { raise(SIGABRT); }",
            "{ double unit = cos(0.0); (void) unit; }");

    private static final List<String> PYTHON = List.of(
            "if time.time() < 0:\n    raise RuntimeError(\"clock\")",
            "while threading.active_count() < 0:\n    time.sleep(1)",
            "assert sys.version_info is not None",
            "for spare in range(0):\n    print(spare)",
            "if len(\"\") > 0:\n    raise ValueError(\"text\")",
            "try:\n    int(\"17\")\nexcept ValueError:\n    raise",
            "with contextlib.suppress(KeyError):\n    abs(-3)",
            "locale.getlocale()",
            "if random.randint(1, 9) > 9:\n    sys.exit(9)",
            "del [][:]");

    private DeadStatements() {}

    /**
     * The first so many of a language; the very first is the fixed trigger's.
     *
     * @throws IllegalArgumentException when there are not so many
     */
    public static List<String> of(Language language, int count) {
        List<String> all = switch (language) {
            case JAVA -> JAVA;
            case C -> C;
            case PYTHON -> PYTHON;
        };
        if (count > all.size()) {
            throw new IllegalArgumentException("there are " + all.size() + " dead statements; asked for " + count);
        }
        return all.subList(0, count);
    }
}
