package org.matryoscope.question.formats;

import java.util.List;
import java.util.Set;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.QueryPlan;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;

/** Formats: what does it cost to store the vectors in fewer bits, at every prefix? */
public final class FormatsQuestion implements Question {
    /** What the formats are set against. */
    static final Option.OneOf<Reference> REFERENCE = Option.OneOf.shown("compared-at", "compared at",
            "What the formats are set against: the given vectors at full size, or cut at the same d.", Reference.class,
            Reference::label);

    /** What the formats are set against. */
    enum Reference {
        FULL("full size"), SAME_D("the same d");

        private final String label;

        Reference(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        double[] of(FormatCurves.FormatCurve curve) {
            return this == FULL ? curve.full() : curve.sameD();
        }
    }

    @Override
    public String name() {
        return "formats";
    }

    @Override
    public String title() {
        return "Formats";
    }

    @Override
    public String words() {
        return "What does it cost to store the vectors as float16, int8 or signs, at each prefix length?";
    }

    @Override
    public Heading heading() {
        return Heading.DECIDE;
    }

    @Override
    public String icon() {
        return "package";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(REFERENCE, CommonOptions.DEPTH, CommonOptions.LISTED);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(Input.QUERY);
    }

    @Override
    public Reply ask(Asking shown, Progress progress) {
        Asking asking = shown.ofGivenVectors();
        QueryPlan plan = QueryPlan.withDocuments(asking, FormatQueries.count(asking.first().subject().texts().store()));
        List<FormatCurves> curves = asking.each(progress, (i, part) -> {
            QueryPlan.Material material = plan.material(i, Share.of(part, 0, 0.2));
            int k = Math.min(asking.get(CommonOptions.DEPTH), material.store().rows());
            return FormatQueries.compare(material.store(), material.queries(), k, Share.of(part, 0.2, 1));
        });
        return new FormatsAnswer(asking, curves, plan.words());
    }
}
