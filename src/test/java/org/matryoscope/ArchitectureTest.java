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
            .definedBy("org.matryoscope.base..")
            .layer("vector")
            .definedBy("org.matryoscope.vector..")
            .layer("rotation")
            .definedBy("org.matryoscope.rotation..")
            .layer("metric")
            .definedBy("org.matryoscope.metric..")
            .layer("retrieval")
            .definedBy("org.matryoscope.retrieval..")
            .layer("training")
            .definedBy("org.matryoscope.training..")
            .layer("model")
            .definedBy("org.matryoscope.model..")
            .layer("corpus")
            .definedBy("org.matryoscope.corpus..")
            .layer("study")
            .definedBy("org.matryoscope.study..")
            .layer("chart")
            .definedBy("org.matryoscope.chart..")
            .layer("question")
            .definedBy("org.matryoscope.question..")
            .layer("report")
            .definedBy("org.matryoscope.report..")
            .layer("cli")
            .definedBy("org.matryoscope.cli..")
            .layer("app")
            .definedBy("org.matryoscope.app..")
            .layer("main")
            .definedBy("org.matryoscope")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app", "main")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "app")
            .whereLayer("question")
            .mayOnlyBeAccessedByLayers("report", "cli", "app", "main")
            .whereLayer("chart")
            .mayOnlyBeAccessedByLayers("question", "report", "cli", "app", "main")
            .whereLayer("study")
            .mayOnlyBeAccessedByLayers("question", "report", "cli", "app", "main")
            .whereLayer("corpus")
            .mayOnlyBeAccessedByLayers("study", "question", "report", "cli", "app", "main")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("corpus", "study", "question", "report", "cli", "app", "main")
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("question")
            .whereLayer("retrieval")
            .mayOnlyBeAccessedByLayers("question", "report", "cli", "app")
            .whereLayer("metric")
            .mayOnlyBeAccessedByLayers("retrieval", "question", "app")
            .whereLayer("rotation")
            .mayOnlyBeAccessedByLayers("training", "model", "study", "question", "cli", "app")
            .whereLayer("vector")
            .mayOnlyBeAccessedByLayers("rotation", "metric", "retrieval", "training", "study", "question", "report",
                    "cli", "app");

    @ArchTest
    static final ArchRule ONLY_THE_WINDOW_KNOWS_JAVAFX = noClasses().that()
            .resideOutsideOfPackages("..matryoscope.app..", "org.matryoscope")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.matryoscope.(*)..").should().beFreeOfCycles();
}
