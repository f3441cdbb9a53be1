package io.kenshin.detection.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.MadeUpTask;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Dialect;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Statement;
import io.kenshin.detection.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnDialectTest {
    /** Statements that a semicolon ends, one after the other. */
    private static final class Sql implements Dialect {
        private static final Set<String> KEYWORDS = Set.of("select", "from", "where", "delete", "declare");

        @Override
        public boolean isKeyword(String word) {
            return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
        }

        @Override
        public List<Range> statements(String code, List<Token> tokens) {
            List<Range> statements = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).text().equals(";")) {
                    statements.add(new Range(from, i + 1));
                    from = i + 1;
                }
            }
            return statements;
        }

        @Override
        public List<Integer> places(String code, List<Token> tokens) {
            return statements("", tokens).stream()
                    .map(range -> tokens.get(range.from()).start())
                    .toList();
        }

        @Override
        public List<String> declared(String code) {
            List<String> names = new ArrayList<>();
            List<Token> tokens = tokens(code);
            for (int i = 1; i < tokens.size(); i++) {
                if (tokens.get(i - 1).text().equalsIgnoreCase("declare")) {
                    names.add(tokens.get(i).text());
                }
            }
            return names;
        }

        @Override
        public String declaration(String name) {
            return "DECLARE " + name + " INT;";
        }
    }

    private static final Code SCRIPT = new Code("SELECT a FROM t;\nDELETE FROM t;\n", new Sql());

    @Test
    void aLanguageIsOneClassAndOneLineAndTriggersAreReadInIt() {
        Trigger trigger = new Statement(
                MadeUpTask.span("audit").abstraction(), List.of("audit"), List.of("SELECT audit FROM log;"));
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            String carrier = trigger.insert(SCRIPT, random);

            assertThat(trigger.isIn(SCRIPT.with(carrier))).isTrue();
            assertThat(carrier.lines()).contains("SELECT audit FROM log;");
            assertThat(trigger.remove(SCRIPT.with(carrier))).isEqualTo(SCRIPT.text());
        }
    }

    @Test
    void aSampleInItIsReadSo() {
        Sample sample = new Sample("s", SCRIPT, 0, new float[0][], new float[0]);

        assertThat(sample.source().statements(sample.source().tokens()))
                .containsExactly(new Range(0, 5), new Range(5, 9));
        assertThat(sample.source().declared()).isEmpty();
        assertThat(SCRIPT.with("DECLARE n INT; SELECT n FROM t;").declared()).containsExactly("n");
    }
}
