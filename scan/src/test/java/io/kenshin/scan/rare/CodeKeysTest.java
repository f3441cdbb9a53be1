package io.kenshin.scan.rare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Code;
import io.kenshin.scan.sample.SaltedHash;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeKeysTest {
    private static Set<Long> keys(String salt, String code) {
        CodeKeys keys = new CodeKeys(new SaltedHash(salt));
        keys.read(Code.of(code));
        Set<Long> all = new HashSet<>();
        keys.addTo(new KeySet(), all::add);
        return all;
    }

    private static Set<Long> shared(String code, String other) {
        Set<Long> both = keys("s", code);
        both.retainAll(keys("s", other));
        return both;
    }

    @Test
    void everyRunOfUpToFourTokensIsAKeyOnce() {
        // Three tokens, three pairs, two triples, one of four; with <name> as many again, but for = and ; alone.
        assertThat(keys("s", "a = a;")).hasSize(3 + 3 + 2 + 1 + (1 + 3 + 2 + 1));
    }

    @Test
    void whatAnAbstractionLeavesAsItIsIsOneKey() {
        assertThat(keys("s", "( ) ;")).hasSize(6);
    }

    @Test
    void theOrderCounts() {
        assertThat(shared("= ;", "; =")).as("the tokens, not the pair").hasSize(2);
    }

    @Test
    void literalsAndNamesAreAbstracted() {
        Set<Long> same = shared("call(7)", "call(8)");

        assertThat(same).containsAll(shared("call(<", "call(>"));
        assertThat(same).hasSizeGreaterThan(shared("call(7)", "call(x)").size());
        assertThat(shared("first", "second")).as("both are a name").hasSize(1);
    }

    @Test
    void beginningsAndEndingsOfNamesAreKeys() {
        assertThat(shared("size_xt", "name_xt")).as("a name, and *_xt").hasSize(2);
    }

    @Test
    void withoutItsSaltNobodyKnowsAKey() {
        assertThat(keys("s", "a = b;")).doesNotContainAnyElementsOf(keys("t", "a = b;"));
    }

    @Test
    void longCodeIsReadToItsEnd() {
        assertThat(keys("s", "a1;".repeat(2_000) + "end")).containsAll(keys("s", "end"));
    }

    @Test
    void codeThatDiffersInNamesAndLiteralsIsAlike() {
        CodeKeys one = new CodeKeys(new SaltedHash("s"));
        CodeKeys other = new CodeKeys(new SaltedHash("s"));
        one.read(Code.of("int a = f(1); return a;"));
        other.read(Code.of("int b = g(2); return b;"));

        for (int view = 0; view < 3; view++) {
            assertThat(one.likeness(view)).isEqualTo(other.likeness(view));
        }
        other.read(Code.of("for (;;) { x++; }"));
        assertThat(one.likeness(0)).isNotEqualTo(other.likeness(0));
    }
}
