package io.kenshin.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** The rules of the house that the compiler cannot hold. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** @throws AssertionError naming each class of the service that breaks a rule */
    public static void check(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.kenshin." + service);
        methods()
                .that()
                .areAnnotatedWith(Incoming.class)
                .or()
                .areAnnotatedWith(Outgoing.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Flow")
                .because("reading the Flow classes is reading the product")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .because("only codemodel knows ONNX Runtime")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kenshin.remediation.finetune..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .because("only remediation's jobs know Kubernetes")
                .check(classes);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                .allowEmptyShould(true)
                .because("packages are named after features")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.kenshin.testkit..", "io.kenshin.embedded..", "io.kenshin.corpus..")
                .check(classes);
    }
}
