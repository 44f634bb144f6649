package org.matryoscope.question.formats;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Table;
import org.matryoscope.question.formats.FormatCurves.FormatCurve;

/**
 * What storing vectors in fewer bits costs.
 *
 * @param asking what was asked, of the vectors as they were given
 * @param curves agreement of each format by contender
 * @param measuredOn which queries, and what rotations were fitted on
 */
public record FormatsAnswer(Asking asking, List<FormatCurves> curves, String measuredOn) implements Answer {
    /** Copies the list. */
    public FormatsAnswer {
        curves = List.copyOf(curves);
    }

    @Override
    public Finding finding(Choices choices) {
        return FormatsFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return FormatsChart.of(this, choices.get(FormatsQuestion.REFERENCE));
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, prefixes)).toList();
    }

    private Table table(int contender, int[] prefixes) {
        FormatCurves of = curves.get(contender);
        record Line(FormatCurve curve, int d) {}
        List<Line> lines = of.formats()
                .stream()
                .flatMap(curve -> IntStream.of(prefixes)
                        .filter(d -> d <= of.dimension())
                        .mapToObj(d -> new Line(curve, d)))
                .toList();
        Stream<Long> bytes = lines.stream().map(line -> line.curve().format().bytesPerVector(line.d()));
        return Table.titled(asking.title(contender))
                .text("format", lines.stream().map(line -> line.curve().format().label()).toList())
                .numbers("d", lines.stream().map(line -> Numbers.whole(line.d())).toList())
                .numbers("bytes", bytes.map(Numbers::bytes).toList())
                .numbers("all texts", lines.stream()
                        .map(line -> Numbers.bytes(line.curve().format().bytesPerVector(line.d()) * of.documents()))
                        .toList())
                .numbers("overlap@" + of.k() + ", same d",
                        lines.stream().map(line -> Numbers.fixed(line.curve().sameD()[line.d() - 1])).toList())
                .numbers("with full",
                        lines.stream().map(line -> Numbers.fixed(line.curve().full()[line.d() - 1])).toList())
                .numbers("95 % from",
                        lines.stream().map(line -> Numbers.fixed(line.curve().fullLow()[line.d() - 1])).toList())
                .numbers("to",
                        lines.stream().map(line -> Numbers.fixed(line.curve().fullHigh()[line.d() - 1])).toList())
                .build();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        FormatCurves of = curves.get(contender);
        List<Format> formats = of.formats().stream().map(curve -> format(of, curve, prefixes)).toList();
        return new Fields(new Formats(formats.getFirst().format(), of.k(), of.queries(), formats));
    }

    private static Format format(FormatCurves of, FormatCurve curve, int[] prefixes) {
        boolean interval = of.queries() > 1;
        return new Format(curve.format().label(), IntStream.of(prefixes)
                .filter(d -> d <= of.dimension())
                .mapToObj(d -> new Cost(d, curve.format().bytesPerVector(d), curve.sameD()[d - 1], curve.full()[d - 1],
                        interval ? curve.fullLow()[d - 1] : null, interval ? curve.fullHigh()[d - 1] : null))
                .toList());
    }

    /**
     * The answer in JSON.
     *
     * @param formats what each number format costs
     */
    record Fields(Formats formats) {}

    /**
     * The agreement.
     *
     * @param reference the format against which the others are set: that of the given vectors
     * @param k depth of the overlap
     * @param queries how many queries the overlaps are the mean of
     * @param formats by format, from the most exact to the smallest
     */
    record Formats(String reference, int k, int queries, List<Format> formats) {}

    /**
     * One format.
     *
     * @param format its name
     * @param prefixes by ascending prefix
     */
    record Format(String format, List<Cost> prefixes) {}

    /**
     * A format at one prefix.
     *
     * @param d the prefix length
     * @param bytesPerVector the bytes of a vector
     * @param overlapSameD share of the first k in common with the reference at the same d
     * @param overlapFull share of the first k in common with the reference at D
     * @param overlapFullLow lower end of its 95 % interval; absent where one query is asked
     * @param overlapFullHigh upper end
     */
    record Cost(int d, long bytesPerVector, double overlapSameD, double overlapFull, @Nullable Double overlapFullLow,
            @Nullable Double overlapFullHigh) {}
}
