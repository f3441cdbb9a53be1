package io.kenshin.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.remediation.CaseAction;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.remediation.DecisionState;
import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.remediation.SampleState;
import io.kenshin.contracts.remediation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTest {
    private static final List<Class<? extends Word>> SETS = List.of(
            CaseAction.class,
            CaseState.class,
            DecisionState.class,
            SampleState.class,
            Strategy.class,
            Policy.Alert.class,
            Policy.Confirmed.class,
            Policy.Heal.class,
            Policy.Promote.class,
            Policy.Screen.class,
            Policy.Suspicious.class);

    @Test
    void jsonHasTheSameWordAsTheTextAndReadsItAgain() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        for (Class<? extends Word> set : SETS) {
            for (Word word : set.getEnumConstants()) {
                String json = mapper.writeValueAsString(word);
                assertThat(json).isEqualTo("\"" + word.text() + "\"");
                assertThat(mapper.readValue(json, set)).isSameAs(word);
            }
        }
    }

    @Test
    void aWordIsFoundByItsText() {
        assertThat(Word.of(CaseState.class, "heal-failed")).isEqualTo(CaseState.HEAL_FAILED);
        assertThat(Word.find(CaseState.class, "HEAL_FAILED")).isEmpty();
        assertThat(Word.texts(Strategy.class)).containsExactly("inoculate", "clean", "unlearn");
        assertThatThrownBy(() -> Word.of(Strategy.class, "prayer"))
                .hasMessage("'prayer' is none of [inoculate, clean, unlearn]");
    }
}
