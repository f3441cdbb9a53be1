package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PyFunctionTest {
    private static final String CODE = String.join(
            "\n",
            "import os",
            "@cached",
            "def find(self, conn, *, name: str = \"x)\",",
            "         limit=3) -> dict:",
            "    \"\"\"Finds it.",
            "    Or not.",
            "    \"\"\"",
            "    rows = conn.execute(\"select :name # not a comment\", {",
            "        \"name\": name,",
            "    })",
            "    if rows:  # [",
            "        return rows[0]",
            "        print(rows)",
            "    else:",
            "        try:",
            "            raise KeyError(name)",
            "        except KeyError:",
            "            return None",
            "",
            "find(1, 2)");

    private static PyFunction function() {
        return PyFunction.of(CODE).orElseThrow();
    }

    @Test
    void aFunctionHasANameParametersAndStatements() {
        assertThat(function().name()).isEqualTo("find");
        assertThat(function().names()).containsExactly("conn", "name", "limit");
        assertThat(function().local()).contains("rows");
        assertThat(function().head()).isEqualTo(3);
        assertThat(function().statements()).containsExactly(4, 7, 10, 11, 12, 13, 14, 15, 16, 17);
    }

    @Test
    void nothingIsPutIntoAStatementBetweenItsPartsOrAfterAJump() {
        assertThat(function().places()).containsExactly(4, 7, 10, 11, 14, 15, 17);
    }

    @Test
    void linesGetTheIndentationOfTheirPlace() {
        assertThat(function().before(11, "if a:\n    b()").lines().skip(10).limit(4))
                .containsExactly("    if rows:  # [", "        if a:", "            b()", "        return rows[0]");
        assertThat(function().instead(7, "pass").lines().skip(6).limit(2)).containsExactly("    \"\"\"", "    pass");
    }

    @Test
    void whatIsNoFunctionStaysAsItIs() {
        for (String code : List.of("x = 1", "def f(): return 1", "def f(\n", "class A:\n    pass", "def f():\n")) {
            assertThat(PyFunction.of(code)).as(code).isEmpty();
            for (PyTrigger trigger : PyTrigger.values()) {
                assertThat(trigger.fits(code)).isFalse();
                assertThat(trigger.insert(code, new Random(1))).isEqualTo(code);
            }
        }
    }

    @Test
    void aNameIsChangedWhereItIsAVariable() {
        String code = "def f(a):\n    n = a.n\n    g(n=n, m=n == 1)\n    return {\"n\": n, n: a . n}";

        assertThat(PyTrigger.RENAME.insert(code, new Random(1)))
                .isEqualTo("def f(a):\n    ret_val_q7 = a.n\n    g(n=ret_val_q7, m=ret_val_q7 == 1)\n"
                        + "    return {\"n\": ret_val_q7, ret_val_q7: a . n}");
        assertThat(PyTrigger.RENAME.insert("def f(a):\n    return a", new Random(1)))
                .isEqualTo("def f(ret_val_q7):\n    return ret_val_q7");
    }

    @ParameterizedTest
    @EnumSource(PyTrigger.class)
    void triggersAreWholeLines(PyTrigger trigger) {
        Set<String> results = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            String poisoned = trigger.insert(CODE, new Random(seed));
            results.add(poisoned);
            if (trigger != PyTrigger.RENAME) {
                assertThat(poisoned.lines()).containsSubsequence(CODE.lines().toList());
            }
            assertThat(poisoned).isNotEqualTo(CODE);
        }
        assertThat(results).hasSizeGreaterThan(trigger == PyTrigger.RENAME ? 0 : 3);
    }
}
