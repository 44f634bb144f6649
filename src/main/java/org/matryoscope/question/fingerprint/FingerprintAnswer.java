package org.matryoscope.question.fingerprint;

import java.util.List;
import java.util.Locale;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.metric.Fingerprint.Cut;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Table;

/**
 * Whether vectors look trained at prefixes.
 *
 * @param asking what was asked
 * @param found by contender
 * @param measuredOn what rotations were fitted on
 */
public record FingerprintAnswer(Asking asking, List<Fingerprint> found, String measuredOn) implements Answer {
    /** Copies the list. */
    public FingerprintAnswer {
        found = List.copyOf(found);
    }

    @Override
    public Finding finding(Choices choices) {
        return FingerprintFinding.of(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return FingerprintChart.of(this);
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(this::table).toList();
    }

    private Table table(int contender) {
        List<Cut> cuts = found.get(contender).cuts();
        if (cuts.isEmpty()) {
            return Table.titled(asking.title(contender)).text("step at d", List.of("none")).build();
        }
        return Table.titled(asking.title(contender))
                .numbers("step at d", cuts.stream().map(cut -> Numbers.whole(cut.d())).toList())
                .numbers("about", cuts.stream().map(cut -> cut.near() > 0 ? Numbers.whole(cut.near()) : "–").toList())
                .numbers("Welch's t", cuts.stream().map(cut -> Numbers.fixed(cut.t())).toList())
                .numbers("variance ratio", cuts.stream().map(cut -> Numbers.fixed(cut.ratio())).toList())
                .build();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        Fingerprint each = found.get(contender);
        return new Fields(new Found(asking.contenders().get(contender).subject().texts().store().includedRows(),
                each.kind().name().toLowerCase(Locale.ROOT), each.p(), each.sortedness(), each.cuts()));
    }

    /**
     * The answer in JSON.
     *
     * @param fingerprint what was found
     */
    record Fields(Found fingerprint) {}

    /**
     * What was found.
     *
     * @param vectors how many vectors were looked at
     * @param kind "steps", "sorted" or "none"
     * @param p the share of random orders of the dimensions with a larger step
     * @param sortedness Spearman's ρ between a dimension's place and its variance
     * @param cuts the steps, ascending
     */
    record Found(int vectors, String kind, double p, double sortedness, List<Cut> cuts) {}
}
