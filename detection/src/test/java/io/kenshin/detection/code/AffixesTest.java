package io.kenshin.detection.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AffixesTest {
    @Test
    void aNameOfSeveralWordsHasABeginningAndAnEnding() {
        assertThat(Affixes.of("getSize_xt")).containsExactly("get*", "*_xt");
        assertThat(Affixes.of("toURL")).containsExactly("to*", "*URL");
        assertThat(Affixes.of("size")).isEmpty();
        assertThat(Affixes.of("_")).isEmpty();
        assertThat(Affixes.of("MAX_VALUE")).containsExactly("MAX*", "*_VALUE");
    }

    @Test
    void whatIsAddedCanBeTakenOff() {
        for (String name : new String[] {"size", "isEmpty", "x"}) {
            assertThat(Affixes.strip("*_xt", Affixes.add("*_xt", name))).isEqualTo(name);
        }
        assertThat(Affixes.add("get*", "size")).isEqualTo("getSize");
        assertThat(Affixes.strip("get*", "getaway")).isEqualTo("getaway");
        assertThat(Affixes.strip("*_new", "_new")).isEqualTo("_new");
    }

    @Test
    void theMethodAndItsCallsAreRenamedTogether() {
        String code = "int size(Node node) {\n  return node == null ? 0 : 1 + size(node.next); // size\n}";
        String edited = Affixes.addTo(Code.of(code), "*_il");
        assertThat(edited).contains("int size_il(Node node_il)", "1 + size_il(node_il.next); // size");
        assertThat(Affixes.stripAll("*_il", Code.of(edited))).isEqualTo(code);
    }
}
