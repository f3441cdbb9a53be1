package io.kenshin.detection.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kenshin.detection.code.Abstraction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerFormTest {
    private static final List<String> TOKENS = List.of("a", "(", ")");
    private static final List<String> EXEMPLARS = List.of("a()", "a( )");

    static List<Trigger> kinds() {
        return List.of(
                new Span(Abstraction.NONE, TOKENS, EXEMPLARS),
                new Statement(Abstraction.LITERALS, TOKENS, EXEMPLARS),
                new Identifier(Abstraction.NAMES, List.of("a"), List.of("b")),
                Affix.of("*_xt"),
                new Variants(Abstraction.LITERALS, EXEMPLARS),
                new NameSet(Abstraction.LITERALS, List.of("a b")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatWasWrittenDownIsReadAsTheSameTrigger(Trigger trigger) {
        assertThat(TriggerForm.of(trigger).trigger()).isEqualTo(trigger).hasSameClassAs(trigger);
    }

    @Test
    void eachKindHasItsOwnName() {
        assertThat(kinds())
                .extracting(trigger -> TriggerForm.of(trigger).kind())
                .containsExactly("span", "statement", "identifier", "affix", "variants", "names");
        assertThat(TriggerForm.of(kinds().get(1)))
                .isEqualTo(new TriggerForm("statement", "literals", TOKENS, EXEMPLARS));
    }

    @Test
    void whatHasNoTokensOfItsOwnIsWrittenWithAPlaceholder() {
        assertThat(TriggerForm.of(new NameSet(Abstraction.NONE, List.of("a b"))))
                .isEqualTo(new TriggerForm("names", "none", List.of("<variants>"), List.of("a b")));
    }

    @Test
    void theCaseOfAFormDoesNotMatter() {
        assertThat(new TriggerForm("Span", "NONE", TOKENS, EXEMPLARS).trigger())
                .isEqualTo(new Span(Abstraction.NONE, TOKENS, EXEMPLARS));
    }

    @Test
    void aFormThatNamesNoKindOrNoAbstractionIsRefused() {
        assertThatThrownBy(() -> new TriggerForm("style", "none", TOKENS, EXEMPLARS).trigger())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TriggerForm("span", "all", TOKENS, EXEMPLARS).trigger())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFormWithoutTokensOrExemplarsIsRefusedWhateverItsKind() {
        for (Trigger kind : kinds()) {
            String name = TriggerForm.of(kind).kind();
            assertThatThrownBy(() -> new TriggerForm(name, "none", List.of(), EXEMPLARS).trigger())
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new TriggerForm(name, "none", TOKENS, List.of()).trigger())
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
