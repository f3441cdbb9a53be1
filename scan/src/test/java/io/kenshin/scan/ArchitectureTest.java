package io.kenshin.scan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kenshin.architecture.PackageRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kenshin.scan");

    @Test
    void itKnowsWhatTravelsAndTheMathsAndNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "org.jspecify..",
                        "io.kenshin.contracts..",
                        "io.kenshin.detection..",
                        "io.kenshin.scan..")
                .because("a scan's pure part has no clock, no file and no network")
                .check(all);
        noClasses().should().callMethod(System.class, "nanoTime").check(all);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(all);
    }

    @Test
    void thePackagesAreFreeOfCycles() {
        PackageRules.check(all);
    }
}
