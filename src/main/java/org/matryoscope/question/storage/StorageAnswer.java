package org.matryoscope.question.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Count;
import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Table;
import org.matryoscope.retrieval.StoredVectors;
import org.matryoscope.vector.NumberFormat;

/**
 * What vectors of several sizes take and keep.
 *
 * @param asking what was asked, of the vectors as they were given
 * @param measure what is kept, behind a share: "of the first 10"
 * @param curves by contender
 * @param measuredOn which queries, and what rotations were fitted on
 */
public record StorageAnswer(Asking asking, String measure, List<StorageCurves> curves,
        String measuredOn) implements Answer {
    private static final int[] LESSON = {128, 256, 512, 768, 3072};
    private static final int LESSON_DOCUMENTS = 1_000_000;

    /** Copies the list. */
    public StorageAnswer {
        curves = List.copyOf(curves);
    }

    /** Returns how many documents will be stored. */
    long documents(Choices choices) {
        int chosen = choices.get(StorageQuestion.DOCUMENTS);
        return chosen > 0 ? chosen : asking.first().subject().texts().store().includedRows();
    }

    @Override
    public Finding finding(Choices choices) {
        return StorageFinding.of(this, choices);
    }

    @Override
    public Chart chart(Choices choices) {
        return StorageChart.of(this, choices);
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        List<Table> tables = new ArrayList<>();
        if (choices.get(StorageQuestion.LESSON)) {
            List<Line> lines = IntStream.of(LESSON)
                    .mapToObj(d -> new Line("", new StoredVectors(NumberFormat.FLOAT32, d)))
                    .toList();
            tables.add(table("The lesson: a million documents", 0, lines, LESSON_DOCUMENTS, choices));
        }
        asking.indices().forEach(i -> {
            tables.add(table(asking.title(i), i, cells(i, prefixes), documents(choices), choices));
            tables.add(deployments(i, choices));
        });
        return tables;
    }

    /** A line of a table: what is stored, behind its name. */
    private record Line(String name, StoredVectors stored) {}

    private List<Line> cells(int contender, int[] prefixes) {
        StorageCurves of = curves.get(contender);
        return of.formats()
                .stream()
                .flatMap(each -> IntStream.of(Prefixes.with(prefixes, of.dimension()))
                        .filter(d -> Arrays.binarySearch(each.curve().prefixes(), d) >= 0)
                        .mapToObj(d -> new Line("", new StoredVectors(each.curve().format(), d))))
                .toList();
    }

    /** Starts with a prefix and widens later: the longer vectors begin with the shorter ones, so nothing is encoded again. */
    private Table deployments(int contender, Choices choices) {
        StorageCurves of = curves.get(contender);
        int start = Math.min(choices.get(StorageQuestion.START), of.dimension());
        NumberFormat format = of.given();
        return table(
                (asking.title(contender) + " starting at " + start + ", widened later without encoding again").strip(),
                contender,
                List.of(new Line("at first", new StoredVectors(format, start)),
                        new Line("widened", new StoredVectors(format, of.dimension())),
                        new Line("smallest", of.smallest(choices.get(StorageQuestion.KEPT)))),
                documents(choices), choices);
    }

    private Table table(String caption, int contender, List<Line> lines, long documents, Choices choices) {
        StorageCurves of = curves.get(contender);
        double price = choices.get(StorageQuestion.PRICE);
        Table.Builder table = Table.titled(caption);
        if (lines.stream().anyMatch(line -> !line.name().isEmpty())) {
            table.text("", lines.stream().map(Line::name).toList());
        }
        return table.text("format", column(lines, stored -> stored.format().label()))
                .numbers("d", column(lines, stored -> Numbers.whole(stored.d())))
                .numbers("bytes", column(lines, stored -> Count.of(stored.bytesPerVector())))
                .numbers("of " + Count.of(documents), column(lines, stored -> Numbers.bytes(stored.bytes(documents))))
                .numbers("a month", column(lines, stored -> Numbers.money(stored.monthly(documents, price))))
                .numbers("keeps " + measure,
                        column(lines, stored -> Numbers.fixed(of.kept(stored.format(), stored.d()).share())))
                .numbers("95 % from",
                        column(lines, stored -> Numbers.fixed(of.kept(stored.format(), stored.d()).low())))
                .numbers("to", column(lines, stored -> Numbers.fixed(of.kept(stored.format(), stored.d()).high())))
                .build();
    }

    private static List<String> column(List<Line> lines, Function<StoredVectors, String> cell) {
        return lines.stream().map(Line::stored).map(cell).toList();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        Choices choices = asking.choices();
        StorageCurves of = curves.get(contender);
        long documents = documents(choices);
        double price = choices.get(StorageQuestion.PRICE);
        List<Cell> cells = cells(contender, prefixes).stream()
                .map(line -> cell(of, line.stored(), documents, price))
                .toList();
        int start = Math.min(choices.get(StorageQuestion.START), of.dimension());
        return new Fields(new Storage(documents, price, "share " + measure, of.queries(), cells,
                cell(of, of.smallest(choices.get(StorageQuestion.KEPT)), documents, price),
                List.of(cell(of, new StoredVectors(of.given(), start), documents, price),
                        cell(of, new StoredVectors(of.given(), of.dimension()), documents, price))));
    }

    private static Cell cell(StorageCurves of, StoredVectors stored, long documents, double price) {
        StorageCurves.Kept kept = of.kept(stored.format(), stored.d());
        return new Cell(stored.format().label(), stored.d(), stored.bytesPerVector(), stored.bytes(documents),
                stored.monthly(documents, price), known(kept.share()), known(kept.low()), known(kept.high()));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /**
     * The answer in JSON.
     *
     * @param storage what vectors take and keep
     */
    record Fields(Storage storage) {}

    /**
     * Storage.
     *
     * @param documents how many are stored
     * @param price of a GB-month
     * @param measure what {@code kept} is a share of
     * @param queries how many queries the means are over
     * @param cells by format and prefix
     * @param smallest the fewest bytes that keep the share wished
     * @param deployments the small start, and the same widened to D
     */
    record Storage(long documents, double price, String measure, int queries, List<Cell> cells, Cell smallest,
            List<Cell> deployments) {}

    /**
     * Vectors of one format and prefix.
     *
     * @param format the number format
     * @param d the prefix length
     * @param bytesPerVector bytes a vector
     * @param bytes bytes of all
     * @param monthly what they cost a month
     * @param kept the share that is kept; absent where it was not measured
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    record Cell(String format, int d, long bytesPerVector, long bytes, double monthly, @Nullable Double kept,
            @Nullable Double low, @Nullable Double high) {}
}
