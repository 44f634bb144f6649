package org.matryoscope.app.panel;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.base.ByteSize;
import org.matryoscope.base.Count;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.study.AttachedModel;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.QueryVectors;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.ExcludedRow;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/** What is known of vectors that were read from a file, and what can ask of them: a model, a file of query vectors. */
public final class VectorsPanel {
    private static final int EXCLUDED_SHOWN = 10;

    private final EmbeddedCorpus texts;
    private final VectorOrigin.Imported origin;
    private final @Nullable QueryVectors queries;
    private final Button attach = new Button("Attach model folder…", new FontIcon(Feather.LINK));
    private final Button detach = new Button("Detach the model", new FontIcon(Feather.X));
    private final Button open = new Button("Open query vectors…", new FontIcon(Feather.DATABASE));

    /** What the user can do with the vectors. */
    public interface Actions {
        /** Asks for a model folder and attaches it. */
        void attach();

        /** Takes the attached model away. */
        void detach();

        /** Asks for a file of query vectors and opens it. */
        void openQueries();
    }

    /**
     * Builds the panel.
     *
     * @param texts the corpus and its vectors
     * @param origin where these come from
     * @param queries the query vectors that are open for them, if any
     * @param actions what the buttons do
     */
    public VectorsPanel(EmbeddedCorpus texts, VectorOrigin.Imported origin, @Nullable QueryVectors queries,
            Actions actions) {
        this.texts = texts;
        this.origin = origin;
        this.queries = queries;
        attach.setId("vectors-attach");
        attach.setOnAction(e -> actions.attach());
        detach.setId("vectors-detach");
        detach.setOnAction(e -> actions.detach());
        open.setId("vectors-queries");
        open.setOnAction(e -> actions.openQueries());
    }

    /** Returns what the sheet shows. */
    public Node content() {
        VectorStore store = texts.store();
        NumberFormat format = origin.request().format();
        FactGrid facts = new FactGrid();
        facts.add("vectors-file", "File", origin.request().file().toString(), fields(origin.request().choice()));
        facts.add("vectors-rows", "Rows", Count.of(store.rows()), "vectors of “" + texts.corpus().name() + "”");
        facts.add("vectors-dimension", "Dimension", Count.of(store.dimension()), "");
        facts.add("vectors-kept", "Number format",
                format.label() + ", " + ByteSize.words(store.rows() * format.bytesPerVector(store.dimension())),
                "kept in the cache folder; the file itself is not changed");
        facts.add("vectors-excluded", "Left out", excluded(), "");
        AttachedModel model = origin.model();
        facts.add("vectors-model", "Model", model == null ? "none" : model.profile().name(),
                model == null ? "without one, only rows and query vectors can be asked" : model.verdict());
        facts.add("vectors-query-file", "Query vectors",
                queries == null
                        ? "none"
                        : "%s, %s queries".formatted(queries.file().getFileName(), Count.of(queries.names().size())),
                queries == null ? "" : "listed beside the query");
        VBox content = new VBox();
        content.getStyleClass().add("model-panel");
        if (model != null && model.isDoubtful()) {
            Label warning = new Label(model.verdict(), new FontIcon(Feather.ALERT_TRIANGLE));
            warning.getStyleClass().add("model-warning");
            warning.setWrapText(true);
            content.getChildren().add(warning);
        }
        content.getChildren().add(facts);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    /** Returns the buttons at the sheet's foot. */
    public Node[] buttons() {
        return origin.model() == null ? new Node[]{open, attach} : new Node[]{open, detach, attach};
    }

    /** Takes the keyboard to the first button. */
    public void focus() {
        open.requestFocus();
    }

    private static String fields(VectorChoice choice) {
        List<String> parts = Stream
                .of(part("vectors", choice.vectors()), part("texts", choice.text()), part("ids", choice.id()),
                        part("labels", String.join(", ", choice.levels())), part("relevance", choice.relevance()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        return String.join("; ", parts);
    }

    private static @Nullable String part(String what, @Nullable String field) {
        return field == null || field.isEmpty() ? null : what + " from “" + field + "”";
    }

    private String excluded() {
        List<ExcludedRow> rows = texts.store().excluded();
        if (rows.isEmpty()) {
            return "no row";
        }
        String first = String.join("\n",
                rows.stream()
                        .limit(EXCLUDED_SHOWN)
                        .map(row -> "#" + texts.corpus().documents().get(row.row()).id() + ": " + row.reason())
                        .toList());
        return String.format(Locale.ROOT, "%,d %s%n%s%s", rows.size(), rows.size() == 1 ? "row" : "rows", first,
                rows.size() > EXCLUDED_SHOWN ? "\n…" : "");
    }
}
