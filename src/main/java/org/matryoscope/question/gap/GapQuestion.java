package org.matryoscope.question.gap;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;

/** Gap: are related texts nearer than unrelated ones at every prefix? */
public final class GapQuestion implements Question {
    @Override
    public String name() {
        return "gap";
    }

    @Override
    public String title() {
        return "Gap";
    }

    @Override
    public String words() {
        return "How far apart are related and unrelated texts at each prefix length, and how sure is that?";
    }

    @Override
    public Heading heading() {
        return Heading.SEE;
    }

    @Override
    public String icon() {
        return "git-branch";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(CommonOptions.LISTED);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(Input.QUERY);
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        @Nullable
        JudgedQuery judged = asking.judged().orElse(null);
        List<RelatedTexts> offered = RelatedTexts.in(asking.corpus());
        RelatedTexts texts = offered.stream().filter(each -> each.query().equals(judged)).findFirst().orElse(null);
        if (texts == null) {
            return offered.isEmpty()
                    ? new Unanswered("this corpus has no query with related and unrelated texts",
                            "The lesson and the encyclopedia have; a corpus of your own can bring judged queries.",
                            List.of())
                    : new Unanswered("no texts are judged related and unrelated to this query",
                            "Ask one that has such judgements.",
                            offered.stream().map(each -> each.query().text()).toList());
        }
        List<GapCurve> curves = asking.each(progress, (i, part) -> {
            Contender contender = asking.contenders().get(i);
            Lens.Seen seen = contender.lens().whole(Share.of(part, 0, 0.3));
            return GapStudy.run(seen.store(), seen.rotate(contender.subject().asked().vector()), texts.related(),
                    texts.unrelated(), Share.of(part, 0.3, 1));
        });
        return new GapAnswer(asking, texts, curves, Lens.fitWords(asking.contenders()));
    }
}
