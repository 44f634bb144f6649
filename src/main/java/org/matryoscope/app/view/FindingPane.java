package org.matryoscope.app.view;

import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.matryoscope.question.Finding;

/** The finding as a headline: contenders in their colours, values in bold. */
final class FindingPane extends TextFlow {
    FindingPane() {
        getStyleClass().add("finding");
    }

    void show(Finding finding) {
        getChildren().setAll(finding.sentence().stream().map(FindingPane::text).toList());
        // New text is laid out before its style is known unless it is asked for here.
        applyCss();
        setAccessibleText(finding.text());
    }

    private static Node text(Finding.Span span) {
        Text text = new Text(span.text());
        text.getStyleClass().add("finding-span");
        switch (span) {
            case Finding.Words words -> text.getStyleClass().add("finding-words");
            case Finding.Value value -> text.getStyleClass().add("finding-value");
            case Finding.Named named ->
                text.getStyleClass().addAll("finding-contender", named.ink().name().toLowerCase(Locale.ROOT));
        }
        return text;
    }
}
