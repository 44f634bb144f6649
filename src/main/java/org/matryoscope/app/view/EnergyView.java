package org.matryoscope.app.view;

import java.util.List;

import javafx.scene.control.CheckBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.chart.Chart;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.Studies;
import org.matryoscope.vector.VectorStore;

/** Energy: which dimensions hold large numbers, shared or varying, and at which level of labels do they vary? */
public final class EnergyView extends ChartView {
    /** The charts to choose from. */
    private enum Page {
        PER_DIMENSION("Per dimension"), CUMULATIVE("Cumulative"), BY_LEVEL("By level"), BY_LEVEL_CUMULATED(
                "By level, cumulated");

        private final String label;

        Page(String label) {
            this.label = label;
        }

        boolean needsLevels() {
            return this == BY_LEVEL || this == BY_LEVEL_CUMULATED;
        }
    }

    private final ChartPane chart = newChart();
    private final Choice<Page> page = Choice.buttons(List.of(Page.values()), Page.PER_DIMENSION, each -> each.label);
    private final CheckBox logarithmic = new CheckBox("logarithmic");
    private @Nullable Sided<VectorStore> analysed;
    private @Nullable EnergyAnswer answer;

    /**
     * Creates the view.
     *
     * @param workbench the shared state
     * @param background computes
     */
    public EnergyView(Workbench workbench, Background background) {
        super("energy", "Energy", workbench, background);
        addChoice(page);
        addChoice(logarithmic);
        addContent(chart, true);
        page.valueProperty().addListener(observable -> draw());
        logarithmic.selectedProperty().addListener(observable -> draw());
    }

    @Override
    public List<ChartPane> charts() {
        return List.of(chart);
    }

    @Override
    void ask(Sided<Subject> subjects) {
        Sided<EmbeddedCorpus> corpora = subjects.map((side, subject) -> subject.embedded());
        // Another query over the same vectors has the same energy; a store equals itself alone, so no texts are compared.
        Sided<VectorStore> stores = corpora.map((side, corpus) -> corpus.store());
        if (stores.equals(analysed)) {
            return;
        }
        background().latest("energy", "Energy by dimension",
                progress -> new EnergyAnswer(corpora.map((side, corpus) -> corpus.origin().name()),
                        Prefixes.trained(corpora.a().origin()),
                        corpora.map((side, corpus) -> Studies.energy(corpus, progress))),
                result -> {
                    analysed = stores;
                    answer = result;
                    draw();
                    reveal();
                });
    }

    private void draw() {
        EnergyAnswer current = answer;
        if (current == null) {
            return;
        }
        logarithmic.setDisable(page.get() != Page.PER_DIMENSION);
        chart.show(page.get().needsLevels() && !current.hasLevels() ? withoutLevels(current) : switch (page.get()) {
            case PER_DIMENSION -> EnergyCharts.perDimension(current, logarithmic.isSelected());
            case CUMULATIVE -> EnergyCharts.cumulative(current);
            case BY_LEVEL -> LevelCharts.perDimension(current);
            case BY_LEVEL_CUMULATED -> LevelCharts.cumulated(current);
        });
    }

    /** Says why there is no chart by level, over the chart that there is. */
    private static Chart withoutLevels(EnergyAnswer current) {
        Chart cumulative = EnergyCharts.cumulative(current);
        return new Chart(cumulative.title(), cumulative.x(), cumulative.y(), cumulative.series(), cumulative.legend(),
                cumulative.marks(), cumulative.dropShading(), cumulative.maxPrefix(),
                "This corpus has no nested labels, so variance cannot be split by level; give its documents labels to see"
                        + " it. " + cumulative.summary(),
                cumulative.table());
    }
}
