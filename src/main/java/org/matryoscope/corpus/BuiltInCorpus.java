package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.List;

import org.matryoscope.base.Count;

/**
 * A corpus that comes with the app.
 *
 * @param id its name on the command line and its folder's name ("lesson")
 * @param name the name to show
 * @param description one sentence on what it is
 * @param folder where it lies
 * @param texts how many texts it has
 * @param levels the names of its label levels, coarse to fine
 * @param queries how many judged queries it has
 * @param licence under which it may be used
 */
public record BuiltInCorpus(String id, String name, String description, Path folder, int texts, List<String> levels,
        int queries, String licence) {
    /** Says in a few words what it holds. */
    public String facts() {
        return Count.of(texts) + " texts" + (levels.isEmpty() ? "" : ", labels: " + String.join(" › ", levels))
                + (queries == 0 ? "" : ", " + Count.of(queries) + " judged queries");
    }
}
