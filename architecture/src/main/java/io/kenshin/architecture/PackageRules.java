package io.kenshin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rules for the packages of any module. */
public final class PackageRules {
    private PackageRules() {}

    /**
     * Checks the main classes of a module.
     *
     * @param root its root package
     * @throws AssertionError naming each dependency that breaks a rule
     */
    public static void check(String root) {
        check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root));
    }

    /** @throws AssertionError naming each dependency that breaks a rule */
    public static void check(JavaClasses classes) {
        slices().assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles()
                .because("what imports each other can only be read, tested and moved together")
                .check(classes);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                .because("packages are named after features")
                .check(classes);
    }

    /** A slice for each package: a package is apart from those in it, and the root is one like the others. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
