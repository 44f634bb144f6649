package org.matryoscope.app.panel;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.matryoscope.app.panel.HelpTable.Line;

/** What the app is for, where its models come from, and the work of others that it stands on. */
final class About extends ScrollPane {
    private static final String CC_BY = "CC BY 4.0";
    private static final String APACHE = "Apache License 2.0";
    private static final String MIT = "MIT License";

    private static final List<Line> SOURCES = List.of(new Line("arXiv metadata", "CC0 1.0"),
            new Line("OpenStax textbooks, Rice University", CC_BY),
            new Line("Open English WordNet, after Princeton WordNet", CC_BY), new Line("Tatoeba", "CC BY 2.0 FR"),
            new Line("MedQuAD, A. Ben Abacha and D. Demner-Fushman", CC_BY),
            new Line("Microsoft C++ documentation", CC_BY), new Line("tldr-pages", CC_BY),
            new Line("The World Factbook, Central Intelligence Agency", "public domain"),
            new Line("GitHub topics, github/explore", CC_BY));

    private static final List<Line> PARTS = List.of(
            new Line("Matryoscope Sans, after Inter", "SIL Open Font License 1.1"),
            new Line("OpenJFX", "GPL 2 with Classpath Exception"), new Line("AtlantaFX", MIT),
            new Line("ControlsFX", "BSD 3-Clause License"),
            new Line("Ikonli and the Feather icons", "Apache License 2.0, MIT License"), new Line("ONNX Runtime", MIT),
            new Line("Deep Java Library tokenizers", APACHE), new Line("SQLite JDBC, Hardwood", APACHE),
            new Line("EJML, Jackson, picocli, AppDirs", APACHE), new Line("FastCSV", MIT),
            new Line("snappy-java", APACHE), new Line("zstd-jni", "BSD 2-Clause License"),
            new Line("juniversalchardet", "MPL 1.1, GPL 2 or LGPL 2.1"),
            new Line("SLF4J, Logback", "MIT License; EPL 1.0 or LGPL 2.1"));

    About() {
        VBox content = new VBox(paragraph("""
                An instrument for looking inside text embeddings: where in the vector does the information sit, \
                and how many dimensions do you need?"""), heading("The models"), paragraph("""
                MiniLM Matryoshka and MiniLM ordinary (Apache License 2.0) were trained for Matryoscope from \
                all-MiniLM-L6-v2 by sentence-transformers (Apache License 2.0) on pairs of texts chosen, joined and \
                shortened from these sources. The README.md in each model's folder says how, and what they reach."""),
                new HelpTable(SOURCES), heading("The libraries"), new HelpTable(PARTS));
        content.getStyleClass().add("about");
        getStyleClass().addAll("about-scroll", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content);
        setId("about");
    }

    private static Node paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("about-text");
        return label;
    }

    private static Node heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("about-heading");
        return label;
    }
}
