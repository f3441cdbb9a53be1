package io.kenshin.detection.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.trigger.Trigger;
import io.kenshin.detection.trigger.TriggerForm;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kind of trigger is a record, its place among those that are permitted, and a line in {@link TriggerForm}. */
class TriggerKindTest {
    /** The kinds that may be made: records below the sealed sorts. */
    static Stream<Class<?>> kinds() {
        return leaves(Trigger.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TriggerKindTest::leaves)
                : Stream.of(type);
    }

    /** One of a kind, from an abstraction and lists of one text. */
    private static Trigger one(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(types)
                .map(type -> type == Abstraction.class ? Abstraction.LITERALS : List.of("some_name"))
                .toArray();
        return (Trigger) kind.getDeclaredConstructor(types).newInstance(arguments);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAWrittenFormThatIsReadAsItself(Class<?> kind) throws ReflectiveOperationException {
        Trigger trigger = one(kind);

        assertThat(TriggerForm.of(trigger).trigger()).isEqualTo(trigger);
        assertThat(TriggerForm.of(trigger).abstraction()).isEqualTo("literals");
    }

    @Test
    void noTwoKindsAreWrittenAlike() throws ReflectiveOperationException {
        List<Class<?>> kinds = kinds().toList();
        List<String> names = new java.util.ArrayList<>();
        for (Class<?> kind : kinds) {
            names.add(TriggerForm.of(one(kind)).kind());
        }

        assertThat(names).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
    }
}
