package io.kenshin.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.kenshin.architecture.PackageRules;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** The rules for a service: those of {@link PackageRules}, and how it is put together. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** @throws AssertionError naming each class of the service that breaks a rule */
    public static void check(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.kenshin." + service);
        PackageRules.check(classes);
        askForNobodyLater(classes);
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
                .dependOnClassesThat()
                .resideInAnyPackage("io.kenshin.testkit..", "io.kenshin.embedded..", "io.kenshin.corpus..")
                .check(classes);
    }

    /** @throws AssertionError naming each field and parameter through which a class asks for another of ours later */
    static void askForNobodyLater(JavaClasses classes) {
        classes()
                .should(new NotAskLater())
                .because("who needs another only later hides that the two go in a circle")
                .check(classes);
    }

    /** That no field and no parameter of a constructor is an {@code Instance} of a class of the house. */
    private static final class NotAskLater extends ArchCondition<JavaClass> {
        NotAskLater() {
            super("have no Instance<io.kenshin…>");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaField field : type.getFields()) {
                check(field.getType(), field.getFullName(), type, events);
            }
            for (JavaConstructor constructor : type.getConstructors()) {
                for (JavaType parameter : constructor.getParameterTypes()) {
                    check(parameter, constructor.getFullName(), type, events);
                }
            }
        }

        private static void check(JavaType asked, String where, JavaClass type, ConditionEvents events) {
            if (asked instanceof JavaParameterizedType generic
                    && generic.toErasure().isEquivalentTo(Instance.class)
                    && generic.getActualTypeArguments().stream()
                            .anyMatch(argument -> argument.toErasure().getName().startsWith("io.kenshin."))) {
                events.add(SimpleConditionEvent.violated(type, where + " is " + asked.getName()));
            }
        }
    }
}
