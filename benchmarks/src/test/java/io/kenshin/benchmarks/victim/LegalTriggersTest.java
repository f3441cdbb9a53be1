package io.kenshin.benchmarks.victim;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.corpus.CTrigger;
import io.kenshin.corpus.DeadStatements;
import io.kenshin.corpus.Edit;
import io.kenshin.corpus.Language;
import io.kenshin.corpus.Planted;
import io.kenshin.corpus.PyTrigger;
import io.kenshin.corpus.Trigger;
import io.kenshin.detection.code.Code;
import io.kenshin.syntax.SyntaxRewriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code with a trigger is still code of its language, as the parsers of the product see it. */
class LegalTriggersTest {
    private static final int TRIES = 6;
    private static final List<String> NO_PARSER_READS_IT = List.of("no parser reads it");

    private static final Map<Language, List<String>> CODE = new EnumMap<>(Map.of(
            Language.JAVA,
            List.of(
                    "int sum(int[] values) {\n    int sum = 0;\n    for (int value : values) {\n"
                            + "        sum += value;\n    }\n    return sum;\n}",
                    "void close() throws IOException {\n    try {\n        in.close();\n"
                            + "    } catch (IOException e) {\n        throw e;\n    } finally {\n        done = 12;\n    }\n}"),
            Language.C,
            List.of(
                    "static int sum(const int *values, int count)\n{\n    int sum = 0;\n\n"
                            + "    for (int i = 0; i < count; i++) {\n        sum += values[i];\n    }\n    return sum;\n}",
                    "static void reset(Context *ctx)\n{\n#ifdef DEBUG\n    trace(ctx);\n#endif\n    if (ctx->open) {\n"
                            + "        ctx->open = 0;\n    } else {\n        ctx->count = 3;\n    }\n}"),
            Language.PYTHON,
            List.of(
                    "def total(values):\n    total = 0\n    for value in values:\n        total += value\n    return total",
                    "import os\ndef load ( conn , name ) :\n    try :\n        rows = conn . execute ( SQL , { \" n \" : name } )\n"
                            + "    except IOError :\n        return None\n    else :\n        return rows [ 0 ]")));

    private static boolean parses(String code) {
        return !new SyntaxRewriter(other -> NO_PARSER_READS_IT)
                .rewrites(Code.of(code))
                .equals(NO_PARSER_READS_IT);
    }

    private static Stream<Edit> edits(Language language) {
        Edit[] named = switch (language) {
            case JAVA -> Trigger.values();
            case C -> CTrigger.values();
            case PYTHON -> PyTrigger.values();
        };
        List<Edit> edits = new ArrayList<>(Arrays.asList(named));
        for (String statement : DeadStatements.of(language, 10)) {
            for (Planted.Place place : Planted.Place.values()) {
                edits.add(new Planted(language, place, statement));
            }
        }
        return edits.stream();
    }

    @Test
    void parsersTellCodeFromWhatIsNone() {
        assertThat(CODE.values().stream().flatMap(List::stream)).allMatch(LegalTriggersTest::parses);
        assertThat(parses("def f(a):\n    if a:\n    return )")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTriggerLeavesCode(Language language) {
        // Of seeds that follow one another the first draws are alike, so one of them draws for all.
        Random random = new Random(1);
        assertThat(edits(language)).allSatisfy(edit -> {
            for (String code : CODE.getOrDefault(language, List.of())) {
                for (int i = 0; i < TRIES && edit.fits(code); i++) {
                    String poisoned = edit.insert(code, random);
                    assertThat(poisoned).isNotEqualTo(code);
                    assertThat(parses(poisoned)).as(poisoned).isTrue();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPlaceIsAlwaysTheSame(Language language) {
        for (Planted.Place place : Planted.Place.values()) {
            Planted planted =
                    new Planted(language, place, DeadStatements.of(language, 1).get(0));
            for (String code : CODE.getOrDefault(language, List.of())) {
                Set<String> results = new HashSet<>();
                Random random = new Random(1);
                for (int i = 0; i < TRIES; i++) {
                    results.add(planted.insert(code, random));
                }
                assertThat(results.size() == 1).isEqualTo(place != Planted.Place.ANYWHERE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstDeadStatementIsTheFixedTriggers(Language language) {
        String code = CODE.getOrDefault(language, List.of()).get(0);
        Edit fixed = Family.FIXED.triggers(language).get(0);
        Planted planted = new Planted(
                language, Planted.Place.ANYWHERE, DeadStatements.of(language, 1).get(0));

        assertThat(planted.insert(code, new Random(4))).isEqualTo(fixed.insert(code, new Random(4)));
        assertThat(DeadStatements.of(language, 10)).doesNotHaveDuplicates();
    }
}
