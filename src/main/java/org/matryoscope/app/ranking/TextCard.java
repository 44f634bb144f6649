package org.matryoscope.app.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;
import org.matryoscope.question.Contender;
import org.matryoscope.question.ContenderStyle;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Prefixes;
import org.matryoscope.retrieval.RowRanks;

/** A card beside a row: the whole text, its id, labels and judgement, and its rank at the usual prefixes for each contender. */
final class TextCard {
    /** Letters of a text that fits into a card. */
    private static final int SHORT = 600;

    private final Workbench workbench;
    private final Background background;

    /**
     * Prepares to show cards.
     *
     * @param workbench whose texts and contenders they are about
     * @param background ranks
     */
    TextCard(Workbench workbench, Background background) {
        this.workbench = workbench;
        this.background = background;
    }

    /** Shows a document's card beside a node. */
    void show(RankedList list, int row, Node beside) {
        Document document = list.subject().texts().corpus().documents().get(row);
        Label facts = new Label(facts(list, row, document));
        facts.setWrapText(true);
        facts.getStyleClass().add("card-facts");
        GridPane ranks = new GridPane();
        ranks.getStyleClass().add("card-ranks");
        VBox card = new VBox(text(document.text()), facts, ranks);
        card.getStyleClass().add("text-card");
        PopOver popOver = new PopOver(card);
        popOver.setTitle("#" + document.id());
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        popOver.setDetachable(true);
        popOver.setAnimated(false);
        popOver.getRoot().getStylesheets().setAll(beside.getScene().getStylesheets());
        addRanks(ranks, row);
        popOver.show(beside);
    }

    /** The whole text; only a long one is scrolled, since a scroll pane asks for no more than one line of it. */
    private static Region text(String content) {
        Label text = new Label(content);
        text.getStyleClass().add("card-content");
        text.setWrapText(true);
        if (content.length() <= SHORT) {
            text.setMinHeight(Region.USE_PREF_SIZE);
            return text;
        }
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-text");
        return scroll;
    }

    private static String facts(RankedList list, int row, Document document) {
        Integer grade = list.grade(row);
        String labels = String.join(" › ", document.labels().stream().filter(label -> !label.isEmpty()).toList());
        String judgement = grade == null
                ? "not judged for this query"
                : grade > 0 ? "✓ judged relevant, grade " + grade : "✕ judged not relevant";
        return (labels.isEmpty() ? "" : labels + "\n") + (list.isQuery(row) ? "this is the query itself" : judgement);
    }

    private void addRanks(GridPane grid, int row) {
        List<Contender> contenders = workbench.contenders().get();
        if (contenders.isEmpty()) {
            return;
        }
        int[] listed = Prefixes.listed(List.of(), contenders.getFirst().subject().texts().origin());
        grid.add(head("rank at d ="), 0, 0);
        for (int p = 0; p < listed.length; p++) {
            grid.add(head(Numbers.whole(listed[p])), p + 1, 0);
        }
        for (int i = 0; i < contenders.size(); i++) {
            Contender contender = contenders.get(i);
            Label name = new Label(contender.name());
            name.getStyleClass()
                    .addAll("card-contender", ContenderStyle.of(contender).ink().name().toLowerCase(Locale.ROOT));
            grid.add(name, 0, i + 1);
            // Their places are taken before they are known, so that the card has its size when it is shown.
            List<Label> cells = IntStream.of(listed).mapToObj(d -> new Label("…")).toList();
            for (int p = 0; p < listed.length; p++) {
                grid.add(cells.get(p), p + 1, i + 1);
            }
            background.latest("ranks of a text " + i, "Ranking one text",
                    progress -> ranks(contender, row, listed, progress), ranks -> {
                        for (int p = 0; p < ranks.length; p++) {
                            cells.get(p).setText(ranks[p] == 0 ? "–" : Numbers.whole(ranks[p]));
                        }
                    });
        }
    }

    /** 0 where the contender has no such prefix. */
    private static int[] ranks(Contender contender, int row, int[] prefixes, Progress progress) {
        Lens.Seen seen = contender.lens().whole(progress);
        if (seen.store().isExcluded(row)) {
            return new int[prefixes.length];
        }
        int dimension = seen.store().dimension();
        int[] within = Arrays.stream(prefixes).filter(d -> d <= dimension).toArray();
        int[] ranks = RowRanks.of(seen.store(), seen.rotate(contender.subject().asked().vector()), row, within,
                progress);
        return Arrays.copyOf(ranks, prefixes.length);
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("card-head");
        return head;
    }
}
