package io.kenshin.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.enterprise.inject.Instance;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    /** Asks for a class of the house later, by a field and by a parameter. */
    static final class Later {
        final Instance<Ports> ports;

        Later(Instance<Ports> ports) {
            this.ports = ports;
        }
    }

    /** Asks for what others bring. */
    static final class Others {
        final Instance<Runnable> work;

        Others(Instance<Runnable> work) {
            this.work = work;
        }
    }

    @Test
    void whoAsksForAClassOfTheHouseLaterIsNamed() {
        assertThatThrownBy(() -> check(Later.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Later.ports is")
                .hasMessageContaining("Later.<init>")
                .hasMessageContaining("Ports");
    }

    @Test
    void whatOthersBringMayBeAskedForLater() {
        assertThatCode(() -> check(Others.class)).doesNotThrowAnyException();
    }

    private static void check(Class<?> type) {
        ArchitectureRules.askForNobodyLater(new ClassFileImporter().importClasses(type));
    }
}
