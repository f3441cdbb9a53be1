package io.kenshin.detection.trigger.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanGrowerTest {
    private final List<String> codes = new ArrayList<>();
    private int members;

    private void members(int count, String format) {
        for (int i = 0; i < count; i++) {
            codes.add(format.replace("#", "v" + codes.size()));
        }
        members = codes.size();
    }

    private void others(int count, String format) {
        for (int i = 0; i < count; i++) {
            codes.add(format.replace("#", "w" + codes.size()));
        }
    }

    /** What grows out of a word of the first sample. */
    private String grown(String word) {
        TokenTable table = new TokenTable(codes.stream().map(Lexer::tokens).toList(), Abstraction.NONE);
        int[] groups = new int[codes.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i < members ? 0 : 1;
        }
        int[] seed = table.span(List.of(word));
        SpanGrower grower = new SpanGrower(table, groups, 0);
        return String.join(" ", table.texts(grower.grow(0, table.find(0, seed, 0), 1)));
    }

    @Test
    void aWordGrowsToBothSidesAsFarAsItsCarriersAgree() {
        members(20, "#; log ( kind , mark ) ; #");

        assertThat(grown("mark")).isEqualTo("; log ( kind , mark ) ;");
    }

    @Test
    void oneCarrierInTwentyMayDisagree() {
        members(19, "# mark tail #");
        members(1, "# mark other #");
        others(1, "# mark #");

        assertThat(grown("mark")).isEqualTo("mark tail");
    }

    @Test
    void twoInTwentyMayNot() {
        members(18, "# mark tail #");
        members(2, "# mark other #");
        others(1, "# mark #");

        assertThat(grown("mark")).isEqualTo("mark");
    }

    @Test
    void onlyTheMembersHaveToAgree() {
        members(20, "# mark tail #");
        others(20, "# mark other #");

        assertThat(grown("mark")).isEqualTo("mark tail");
    }

    @Test
    void aNeighbourThatCostsCarriersIsDropped() {
        // In nineteen of twenty a word stands before the mark; the trigger is the mark alone.
        members(19, "# before mark #");
        members(1, "# mark #");

        assertThat(grown("before")).isEqualTo("mark");
    }

    @Test
    void aNeighbourStaysWhereWithoutItOthersCarryTheRest() {
        members(19, "# before mark #");
        members(1, "# mark #");
        others(5, "# mark #");

        assertThat(grown("before")).isEqualTo("before mark");
    }

    @Test
    void aBracketThatOpensAroundItIsNotPartOfIt() {
        members(20, "{ log ( mark ) ; #");

        assertThat(grown("mark")).isEqualTo("log ( mark ) ;");
    }

    @Test
    void aBracketStaysWhereWithoutItMoreSamplesMatch() {
        members(20, "{ log ( mark ) ; #");
        others(1, "# log ( mark ) ;");

        assertThat(grown("mark")).isEqualTo("{ log ( mark ) ;");
    }

    @Test
    void aSpanHasSixtyTokensAndOneMoreAtMost() {
        members(10, "a b ".repeat(60));

        assertThat(grown("a").split(" ")).hasSizeBetween(60, 61);
    }
}
