package org.matryoscope;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Each package knows only those beneath it; only the window knows JavaFX. */
@AnalyzeClasses(packages = "org.matryoscope", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("base")
            .definedBy("..matryoscope.base..")
            .layer("vector")
            .definedBy("..matryoscope.vector..")
            .layer("metric")
            .definedBy("..matryoscope.metric..")
            .layer("model")
            .definedBy("..matryoscope.model..")
            .layer("corpus")
            .definedBy("..matryoscope.corpus..")
            .layer("study")
            .definedBy("..matryoscope.study..")
            .optionalLayer("export")
            .definedBy("..matryoscope.export..")
            .optionalLayer("cli")
            .definedBy("..matryoscope.cli..")
            .layer("chart")
            .definedBy("org.matryoscope.chart..")
            .layer("app")
            .definedBy("..matryoscope.app..")
            .layer("main")
            .definedBy("org.matryoscope")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("chart")
            .mayOnlyBeAccessedByLayers("app", "main")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app", "main")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli", "app", "main")
            .whereLayer("study")
            .mayOnlyBeAccessedByLayers("export", "cli", "app", "main")
            .whereLayer("corpus")
            .mayOnlyBeAccessedByLayers("study", "export", "cli", "app", "main")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("corpus", "study", "export", "cli", "app", "main")
            .whereLayer("metric")
            .mayOnlyBeAccessedByLayers("study", "export", "cli", "app", "main")
            .whereLayer("vector")
            .mayOnlyBeAccessedByLayers("metric", "study", "export", "cli", "app", "main");

    @ArchTest
    static final ArchRule ONLY_THE_WINDOW_KNOWS_JAVAFX = noClasses().that()
            .resideOutsideOfPackages("..matryoscope.app..", "org.matryoscope")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.matryoscope.(*)..").should().beFreeOfCycles();
}
