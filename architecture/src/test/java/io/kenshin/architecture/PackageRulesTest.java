package io.kenshin.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kenshin.architecture.ring.Outer;
import io.kenshin.architecture.ring.inner.Inner;
import org.junit.jupiter.api.Test;

class PackageRulesTest {
    @Test
    void aPackageAndOneInItThatUseEachOtherAreARing() {
        assertThatThrownBy(() -> PackageRules.check(new ClassFileImporter().importClasses(Outer.class, Inner.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected")
                .hasMessageContaining("io.kenshin.architecture.ring.inner");
    }

    @Test
    void aModuleWithoutOneIsFine() {
        assertThatCode(() -> PackageRules.check("io.kenshin.architecture")).doesNotThrowAnyException();
    }

    @Test
    void aRootThatHoldsNothingIsAMistake() {
        assertThatThrownBy(() -> PackageRules.check("io.kenshin.nowhere")).isInstanceOf(AssertionError.class);
    }
}
