package org.matryoscope.question.fingerprint;

import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;
import org.matryoscope.vector.ColumnMoments;
import org.matryoscope.vector.VectorStore;

/** Fingerprint: do the vectors look trained at prefixes, and at which? */
public final class FingerprintQuestion implements Question {
    @Override
    public String name() {
        return "fingerprint";
    }

    @Override
    public String title() {
        return "Fingerprint";
    }

    @Override
    public String words() {
        return "Were the vectors trained at prefixes, and at which? Told from the vectors alone.";
    }

    @Override
    public Heading heading() {
        return Heading.WHERE;
    }

    @Override
    public String icon() {
        return "target";
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        VectorStore first = asking.first().subject().texts().store();
        int narrowest = asking.contenders().stream().mapToInt(Contender::dimension).min().orElseThrow();
        if (first.includedRows() < Fingerprint.LEAST_VECTORS || narrowest < 2 * Fingerprint.FIRST_CUT) {
            return new Unanswered("A fingerprint needs " + Fingerprint.LEAST_VECTORS + " vectors of "
                    + 2 * Fingerprint.FIRST_CUT + " dimensions or more; here are " + Numbers.whole(first.includedRows())
                    + " of " + narrowest, "Open more texts or vectors.", List.of());
        }
        List<Fingerprint> found = asking.each(progress, (i, part) -> {
            Lens.Seen seen = asking.contenders().get(i).lens().whole(Share.of(part, 0, 0.5));
            return Fingerprint.of(ColumnMoments.of(seen.store(), Share.of(part, 0.5, 1)).variance());
        });
        return new FingerprintAnswer(asking, found, Lens.fitWords(asking.contenders()));
    }
}
