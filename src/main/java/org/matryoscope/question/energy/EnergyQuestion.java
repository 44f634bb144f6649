package org.matryoscope.question.energy;

import java.util.List;
import java.util.Set;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;

/** Energy: which dimensions hold large numbers, shared or varying, and at which level of labels do they vary? */
public final class EnergyQuestion implements Question {
    /** What is drawn. */
    enum Measure {
        PER_DIMENSION("Each"), CUMULATIVE("Cumulated"), BY_LEVEL("Levels"), BY_LEVEL_CUMULATED("Levels cumulated");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        boolean needsLevels() {
            return this == BY_LEVEL || this == BY_LEVEL_CUMULATED;
        }
    }

    /** What is drawn. */
    static final Option.OneOf<Measure> MEASURE = Option.OneOf.shown("measure", "", "What is drawn.", Measure.class,
            measure -> measure.label);

    /** Whether the energy per dimension is drawn on a logarithmic axis. */
    static final Option.Switch LOGARITHMIC = new Option.Switch("logarithmic", "logarithmic",
            "Draw the energy per dimension on a logarithmic axis.", true);

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public String title() {
        return "Energy";
    }

    @Override
    public String words() {
        return "Which dimensions carry the energy of the document vectors, shared or varying?";
    }

    @Override
    public Heading heading() {
        return Heading.WHERE;
    }

    @Override
    public String icon() {
        return "bar-chart-2";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(MEASURE, LOGARITHMIC, CommonOptions.LISTED);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        List<EnergyProfile> profiles = asking.each(progress, (i, part) -> {
            Lens.Seen seen = asking.contenders().get(i).lens().whole(Share.of(part, 0, 0.3));
            return EnergyStudy.run(asking.corpus(), seen.store(), Share.of(part, 0.3, 1));
        });
        return new EnergyAnswer(asking, profiles, Lens.fitWords(asking.contenders()));
    }
}
