package stemma;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import stemma.ui.common.UncachedScrollPane;

/// The walls between the packages.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("stemma");

    @Test
    void theDomainKnowsOnlyTheJavaPlatform() {
        classes()
                .that()
                .resideInAPackage("stemma.prompt")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("stemma.prompt", "java..", "org.jspecify..")
                .because("stores, formats and screens come and go; the words stay")
                .check(CLASSES);
    }

    @Test
    void diffAndTemplateKnowOnlyTheDomain() {
        for (String pure : new String[] {"stemma.diff..", "stemma.template.."}) {
            classes()
                    .that()
                    .resideInAPackage(pure)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(pure, "stemma.prompt", "java..", "org.jspecify..")
                    .because("they are usable as libraries")
                    .check(CLASSES);
        }
    }

    @Test
    void arrowsPointDownwards() {
        below("stemma.files..", "stemma.prompt");
        below("stemma.markdown..", "stemma.prompt");
        below("stemma.instance..", "stemma.prompt");
        // A store of another program finds the variables that the program did not keep.
        below("stemma.store..", "stemma.prompt", "stemma.files..", "stemma.markdown", "stemma.template..");
        below("stemma.update..", "stemma.prompt");
        below("stemma.draft..", "stemma.prompt", "stemma.files..");
        below("stemma.settings..", "stemma.prompt", "stemma.files..");
        below("stemma.keychain..", "stemma.store", "stemma.prompt", "stemma.settings");
        below("stemma.search..", "stemma.store", "stemma.prompt", "stemma.files..", "stemma.template..");
        below("stemma.transfer..", "stemma.store", "stemma.prompt", "stemma.files..", "stemma.markdown");
        below("stemma.registry..", "stemma.store", "stemma.draft", "stemma.diff", "stemma.template", "stemma.prompt");
    }

    @Test
    void theCommandLineKnowsNoWindow() {
        below(
                "stemma.cli..",
                "stemma.registry",
                "stemma.transfer..",
                "stemma.search",
                "stemma.settings",
                "stemma.keychain",
                "stemma.instance",
                "stemma.diff..",
                "stemma.template",
                "stemma.markdown",
                "stemma.store",
                "stemma.prompt");
    }

    private static void below(String floor, String... allowed) {
        noClasses()
                .that()
                .resideInAPackage(floor)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("stemma..").and(resideOutsideOfPackages(floor)).and(resideOutsideOfPackages(allowed)))
                .because("who may import whom stands in the design: " + floor)
                .check(CLASSES);
    }

    @Test
    void aStoreKnowsNoOtherStore() {
        String[] stores = {"memory", "file", "git", "h2", "sqlite", "postgres", "loom", "goprompty"};
        for (String store : stores) {
            for (String other : stores) {
                boolean builtOn = store.equals("git") && other.equals("file");
                if (!store.equals(other) && !builtOn) {
                    noClasses()
                            .that()
                            .resideInAPackage("stemma.store." + store + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("stemma.store." + other + "..")
                            .because("a store is one folder; SQL stores share stemma.store.sql,"
                                    + " folders of Go programs stemma.store.gojson, and git is built on file")
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void onlyTheDriverOpensAStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stemma.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stemma.store.*..")
                .because("stores are found by their scheme, through the port")
                .check(CLASSES);
    }

    @Test
    void screensMeetInTheShellOnly() {
        slices().matching("stemma.ui.(*)..")
                .namingSlices("screen $1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage("stemma.ui.shell.."), resideInAnyPackage("stemma.ui.."))
                .ignoreDependency(
                        resideInAnyPackage("stemma.ui.."),
                        resideInAnyPackage("stemma.ui.common..", "stemma.ui.text.."))
                .ignoreDependency(
                        resideInAnyPackage("stemma.ui.save.."), resideInAnyPackage("stemma.ui.editor.."))
                .because("a screen can be understood alone; saving is a page of the editor")
                .check(CLASSES);
    }

    @Test
    void onlyTheWindowKnowsTheToolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stemma.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.fxmisc..", "atlantafx..", "org.kordamp..")
                .because("everything below the window blocks and runs without a display")
                .check(CLASSES);
    }

    @Test
    void theKeychainsLibraryIsHidden() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stemma.keychain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.javakeyring..")
                .because("it is looked for when a secret is needed, not before")
                .check(CLASSES);
    }

    @Test
    void theTextControlIsHidden() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stemma.ui.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.fxmisc..", "org.reactfx..")
                .because("another control can take its place")
                .check(CLASSES);
    }

    @Test
    void scrollPanesKeepNoPictures() throws IOException {
        noClasses()
                .that()
                .doNotBelongToAnyOf(UncachedScrollPane.class)
                .should()
                .callConstructorWhere(target(owner(type(ScrollPane.class))))
                .because("the pictures that JavaFX's keep stay when they are gone")
                .check(CLASSES);
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".fxml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("control.ScrollPane"));
        }
    }

    @Test
    void loggersAreAskedForWhenThereIsSomethingToLog() {
        noFields()
                .should()
                .haveRawType(System.Logger.class)
                .because("the first logger looks into every library for a log of its own, and a start waits for it")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("stemma.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two rooms one")
                .check(CLASSES);
    }
}
