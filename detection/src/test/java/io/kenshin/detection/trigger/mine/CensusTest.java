package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CensusTest {
    private final List<String> codes = new ArrayList<>();

    CensusTest() {
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            StringBuilder code = new StringBuilder();
            for (int word = 0; word < 30; word++) {
                code.append((char) ('a' + random.nextInt(1 + random.nextInt(12))))
                        .append(' ');
            }
            codes.add(code.toString());
        }
    }

    private List<List<Token>> tokens() {
        return codes.stream().map(Lexer::tokens).toList();
    }

    /** Every distinct run of one to four tokens, with the samples that have it. */
    private List<Integer> counted(int support) {
        Map<List<String>, Set<Integer>> holders = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            List<String> texts = tokens().get(i).stream().map(Token::text).toList();
            for (int n = 1; n <= Seed.LONGEST; n++) {
                for (int at = 0; at + n <= texts.size(); at++) {
                    holders.computeIfAbsent(texts.subList(at, at + n), run -> new HashSet<>())
                            .add(i);
                }
            }
        }
        return holders.values().stream()
                .map(Set::size)
                .filter(size -> size >= support)
                .toList();
    }

    @Test
    void itCountsEachRunThatEnoughSamplesHave() {
        TokenTable table = new TokenTable(tokens(), Abstraction.NONE);

        for (int support : new int[] {2, 8, 60}) {
            assertThat(Census.of(table, codes.size(), support)).containsExactlyInAnyOrderElementsOf(counted(support));
        }
        assertThat(counted(8)).hasSizeGreaterThan(20).hasSizeLessThan(counted(2).size());
    }

    @Test
    void ofMoreThanThereAreNothingIsCounted() {
        assertThat(Census.of(new TokenTable(tokens(), Abstraction.NONE), codes.size(), 61))
                .isEmpty();
    }

    @Test
    void theMinerCountsUnderEachAbstraction() {
        List<Sample> samples = codes.stream()
                .map(code -> new Sample("", code, 0, new float[0][], new float[] {0, 0}))
                .toList();
        int[] expected = List.of(Abstraction.values()).stream()
                .flatMap(abstraction -> Census.of(new TokenTable(tokens(), abstraction), codes.size(), 8).stream())
                .mapToInt(Integer::intValue)
                .toArray();

        assertThat(new TriggerMiner(samples, 1).supports(8)).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(2 * counted(8).size());
    }
}
