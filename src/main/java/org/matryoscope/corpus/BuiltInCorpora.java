package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Problem;

/** The corpora that come with the app, the lesson first: it is what a new user sees. */
public final class BuiltInCorpora {
    private static final List<String> IDS = List.of("lesson", "encyclopedia", "help-desk");

    private BuiltInCorpora() {
    }

    /** Returns the ids, in the order in which the window offers them. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * Describes every built-in corpus without reading its texts.
     *
     * @return the corpora, in the order of {@link #ids()}
     * @throws Problem if the installation is damaged
     */
    public static List<BuiltInCorpus> list() {
        return IDS.stream().map(id -> {
            CorpusFolder.Header header = CorpusFolder.header(folder(id));
            return new BuiltInCorpus(id, header.name(), header.description(), folder(id),
                    CorpusFolder.countTexts(folder(id)), header.levels(), CorpusFolder.countQueries(folder(id)),
                    Objects.requireNonNullElse(header.licence(), "not stated"));
        }).toList();
    }

    /**
     * Reads a built-in corpus.
     *
     * @param id one of {@link #ids()}
     * @return the corpus with its judged queries
     * @throws Problem if there is none of that id, or the installation is damaged
     */
    public static Corpus load(String id) {
        if (!IDS.contains(id)) {
            throw new Problem("built-in corpora", "there is none called “" + id + "”",
                    "Choose one of " + String.join(", ", IDS) + ".");
        }
        return CorpusFolder.read(folder(id));
    }

    private static Path folder(String id) {
        return Installation.home().resolve("assets").resolve("corpora").resolve(id);
    }
}
