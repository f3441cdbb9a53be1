package io.kenshin.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kenshin.testkit.ArchitectureRules;
import jakarta.enterprise.inject.Instance;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theRulesOfTheHouseHold() {
        ArchitectureRules.check("analysis");
    }

    @Test
    void packagesDoNotImportEachOtherInRings() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.kenshin.analysis");

        slices().matching("io.kenshin.(**)").should().beFreeOfCycles().check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Instance.class)
                .because("a class that is looked up when it is needed hides a ring")
                .check(classes);
    }
}
