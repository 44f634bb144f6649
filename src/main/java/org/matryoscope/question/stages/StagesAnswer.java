package org.matryoscope.question.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Table;
import org.matryoscope.retrieval.SearchStep;

/**
 * What searches in steps find and cost.
 *
 * @param asking what was asked
 * @param costs by contender
 * @param measuredOn which queries, and what rotations were fitted on
 */
public record StagesAnswer(Asking asking, List<StageCosts> costs, String measuredOn) implements Answer {
    /** Copies the list. */
    public StagesAnswer {
        costs = List.copyOf(costs);
    }

    /** Returns the same without the times, which are others each time. */
    public StagesAnswer untimed() {
        return new StagesAnswer(asking, costs.stream().map(StageCosts::untimed).toList(), measuredOn);
    }

    @Override
    public Finding finding(Choices choices) {
        return StagesFinding.of(this, choices.get(StagesQuestion.RECALL));
    }

    @Override
    public Chart chart(Choices choices) {
        return StagesChart.of(this, choices.get(StagesQuestion.RECALL));
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, choices.get(StagesQuestion.RECALL))).toList();
    }

    /** Lists what no other setting beats, the setting chosen, and exact search. */
    private Table table(int contender, double recall) {
        StageCosts of = costs.get(contender);
        Optional<StageSetting> cheapest = of.cheapest(recall);
        List<StageSetting> lines = new ArrayList<>(of.front());
        if (!lines.contains(of.asSet())) {
            lines.add(of.asSet());
        }
        lines.add(of.exact());
        Table.Builder table = Table.titled(asking.title(contender))
                .text("d → kept", lines.stream().map(line -> line.funnel().inWords()).toList())
                .numbers("recall@" + of.k(), lines.stream().map(line -> Numbers.fixed(line.recall())).toList())
                .numbers("95 % from", lines.stream().map(line -> Numbers.fixed(line.low())).toList())
                .numbers("to", lines.stream().map(line -> Numbers.fixed(line.high())).toList())
                .numbers("multiply-adds", lines.stream().map(line -> Numbers.whole(line.macs())).toList())
                .numbers("of exact", lines.stream().map(line -> Numbers.percent(of.ofExact(line))).toList());
        if (!Double.isNaN(of.exact().ms())) {
            table.numbers("ms a query", lines.stream().map(line -> Numbers.reading(line.ms())).toList());
        }
        return table
                .text("",
                        lines.stream()
                                .map(line -> line.equals(of.exact())
                                        ? "exact"
                                        : cheapest.filter(line::equals).isPresent()
                                                ? "recommended"
                                                : line.equals(of.asSet()) ? "as set" : "")
                                .toList())
                .build();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        StageCosts of = costs.get(contender);
        FirstStage index = asking.get(StagesQuestion.INDEX);
        List<Setting> settings = Stream
                .concat(of.settings().stream().map(each -> setting(each, index)),
                        of.single().stream().map(each -> setting(each, FirstStage.EXACT)))
                .toList();
        return new Fields(new Stages(of.k(), of.queries(), new Exact(of.exact().macs(), of.exact().ms()), settings,
                of.cheapest(asking.get(StagesQuestion.RECALL)).map(each -> setting(each, index)).orElse(null)));
    }

    private static Setting setting(StageSetting measured, FirstStage index) {
        return new Setting(measured.funnel().steps(), index.key(), measured.recall(), measured.low(), measured.high(),
                measured.macs(), measured.ms());
    }

    /**
     * The answer in JSON.
     *
     * @param stages what searches in steps find and cost
     */
    record Fields(Stages stages) {}

    /**
     * Searches in steps.
     *
     * @param k how many documents are wanted
     * @param queries how many queries the means are over
     * @param exact what exact search at D costs
     * @param settings every search measured, those by one prefix alone at the end
     * @param recommended the cheapest that reaches the recall wished; absent where none does for less than exact search
     */
    record Stages(int k, int queries, Exact exact, List<Setting> settings, @Nullable Setting recommended) {}

    /**
     * What exact search at D costs.
     *
     * @param macs multiply-adds a query
     * @param ms milliseconds a query
     */
    record Exact(double macs, double ms) {}

    /**
     * One search.
     *
     * @param steps prefix lengths and how many are kept
     * @param index "exact" or "hnsw"
     * @param recall share of the exact first k found
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param macs multiply-adds a query
     * @param ms milliseconds a query
     */
    record Setting(List<SearchStep> steps, String index, double recall, double low, double high, double macs,
            double ms) {}
}
