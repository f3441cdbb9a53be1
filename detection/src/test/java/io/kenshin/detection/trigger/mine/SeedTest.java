package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.maths.Association;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.trigger.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTest {
    private final List<String> codes = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    private void add(int count, String code, int group) {
        for (int i = 0; i < count; i++) {
            codes.add(code);
            groups.add(group);
        }
    }

    private TokenTable table() {
        return new TokenTable(codes.stream().map(Lexer::tokens).toList(), Abstraction.NONE);
    }

    private MinedGroup group(int support, double purity) {
        int[] of = groups.stream().mapToInt(group -> group).toArray();
        Behaviour target = new Behaviour(0);
        return new MinedGroup(of, 0, target, support, purity, new Origin.Label(target));
    }

    /** The runs, as text, in their order. */
    private List<String> seeds(int support, double purity) {
        TokenTable table = table();
        return Seed.in(table, group(support, purity)).stream()
                .map(seed -> {
                    int[] row = java.util.Arrays.copyOfRange(table.row(seed.sample()), seed.at(), seed.at() + seed.n());
                    return String.join(" ", table.texts(row));
                })
                .toList();
    }

    @Test
    void runsOfUpToFourTokensAreSeedsTheLongestOfEquallyTellingOnesFirst() {
        add(6, "a b c d e", 0);
        add(6, "x", 1);

        assertThat(seeds(5, 0.85))
                .startsWith("a b c d", "b c d e", "a b c")
                .contains("a", "e", "d e")
                .hasSize(5 + 4 + 3 + 2);
    }

    @Test
    void whatTooFewMembersHoldIsNone() {
        add(4, "rare", 0);
        add(6, "often", 0);
        add(9, "x", 1);

        assertThat(seeds(5, 0.85)).containsExactly("often");
        assertThat(seeds(4, 0.85)).containsExactly("often", "rare");
        assertThat(seeds(7, 0.85)).isEmpty();
    }

    @Test
    void whatTooManyOthersHoldIsNone() {
        add(6, "shared own", 0);
        add(2, "shared", 1);
        add(9, "x", 1);

        assertThat(seeds(5, 0.85)).containsExactly("shared own", "own");
        assertThat(seeds(5, 0.75)).containsExactly("shared own", "own", "shared");
    }

    @Test
    void whatEverybodyHoldsGoesWithNobody() {
        add(6, "same", 0);
        add(6, "same", 1);

        assertThat(seeds(5, 0.1)).isEmpty();
    }

    @Test
    void aSeedKnowsWhereItStandsAndHowStronglyItGoesWithItsGroup() {
        add(1, "x", 1);
        add(6, "y mark", 0);
        add(13, "y", 1);

        Seed seed = Seed.in(table(), group(5, 0.85)).get(1);

        assertThat(seed.sample()).isEqualTo(1);
        assertThat(seed.at()).isEqualTo(1);
        assertThat(seed.n()).isEqualTo(1);
        assertThat(seed.association()).isEqualTo(Association.gSquared(6, 6, 6, 20));
    }

    @Test
    void aGroupKnowsItsSize() {
        add(3, "a", 0);
        add(5, "a", 1);

        assertThat(group(1, 1).size()).isEqualTo(3);
    }
}
