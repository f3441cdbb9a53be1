package io.kenshin.remediation.cases;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.remediation.Strategy;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** A strategy as the database keeps it: its word. */
final class StrategyColumn implements AttributeConverter<Strategy, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Strategy strategy) {
        return strategy == null ? null : strategy.text();
    }

    @Override
    public @Nullable Strategy convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : Word.of(Strategy.class, text);
    }
}
