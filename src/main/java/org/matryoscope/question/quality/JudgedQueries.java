package org.matryoscope.question.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Subject;

/** The queries of a corpus by which quality can be measured. */
public final class JudgedQueries {
    private JudgedQueries() {
    }

    /** Returns the queries that have a relevant document. */
    public static List<JudgedQuery> of(Corpus corpus) {
        return corpus.queries().stream().filter(each -> !relevant(each).isEmpty()).toList();
    }

    /**
     * Finds their vectors.
     *
     * @param subject encodes them
     * @param seen what they are seen through
     * @param queries the queries
     * @param progress told of the queries; cancels
     * @throws org.matryoscope.base.Problem if one has no vector
     */
    public static List<QualityStudy.Judged> seen(Subject subject, Lens.Seen seen, List<JudgedQuery> queries,
            Progress progress) {
        List<QualityStudy.Judged> judged = new ArrayList<>();
        for (JudgedQuery query : queries) {
            progress.report(judged.size(), queries.size());
            judged.add(new QualityStudy.Judged(seen.rotate(subject.vector(query.text(), progress)), relevant(query)));
        }
        return judged;
    }

    private static Map<Integer, Integer> relevant(JudgedQuery query) {
        Map<Integer, Integer> relevant = new HashMap<>(query.grades());
        relevant.values().removeIf(grade -> grade <= 0);
        return relevant;
    }
}
