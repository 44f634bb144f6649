package org.matryoscope.question;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;

/**
 * What a question is asked of. All contenders are vectors of one corpus.
 *
 * @param contenders at least one, A as it is first
 * @param selection rows that the reader selected; empty for none
 * @param renormalised whether prefixes are re-normalised after the cut
 * @param choices the options in force
 * @param live the options in force whenever it is looked at; safe for several threads
 */
public record Asking(List<Contender> contenders, List<Integer> selection, boolean renormalised, Choices choices,
        Supplier<Choices> live) {
    /** Copies the lists. */
    public Asking {
        contenders = List.copyOf(contenders);
        selection = List.copyOf(selection);
    }

    /** Asks with options that do not change. */
    public Asking(List<Contender> contenders, List<Integer> selection, boolean renormalised, Choices choices) {
        this(contenders, selection, renormalised, choices, () -> choices);
    }

    /** Returns what an option is at this moment, where it may change while an answer is being found. */
    public <T> T now(Option<T> option) {
        return live.get().get(option);
    }

    /** Returns the same of the vectors as they were given, where they are looked at in another number format. */
    public Asking ofGivenVectors() {
        return new Asking(contenders.stream().map(Contender::given).toList(), selection, renormalised, choices);
    }

    /** Returns an option's value. */
    public <T> T get(Option<T> option) {
        return choices.get(option);
    }

    /** Returns the texts. */
    public Corpus corpus() {
        return first().subject().texts().corpus();
    }

    /** Returns the first contender. */
    public Contender first() {
        return contenders.getFirst();
    }

    /** Returns the indices of the contenders. */
    public IntStream indices() {
        return IntStream.range(0, contenders.size());
    }

    /**
     * Asks of each contender in turn.
     *
     * @param progress told of the whole; cancels
     * @param one answers for the contender of an index, and tells of its part
     * @return the answers, in the contenders' order
     */
    public <T> List<T> each(Progress progress, BiFunction<Integer, Progress, T> one) {
        int all = contenders.size();
        return indices().mapToObj(i -> one.apply(i, Share.of(progress, (double) i / all, (i + 1.0) / all))).toList();
    }

    /** Says whether there is more than one contender, so that they have to be told apart. */
    public boolean several() {
        return contenders.size() > 1;
    }

    /** Returns what stands over a contender's table: its name; nothing where it is alone. */
    public String title(int contender) {
        return several() ? contenders.get(contender).name() : "";
    }

    /** Returns what names of a contender's numbers begin with: its name and a blank; nothing where it is alone. */
    public String tag(int contender) {
        return several() ? contenders.get(contender).name() + " " : "";
    }

    /** Returns a sentence about one contender, behind its name where there are several, else with a capital letter. */
    public String led(int contender, String sentence) {
        return several()
                ? contenders.get(contender).name() + ": " + sentence
                : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Returns D of the first contender: the largest prefix that can be set. */
    public int dimension() {
        return first().dimension();
    }

    /** Returns the largest D. */
    public int widest() {
        return contenders.stream().mapToInt(Contender::dimension).max().orElseThrow();
    }

    /** Returns how the corpus judges documents for the query asked; empty where the query is the reader's own. */
    public Optional<JudgedQuery> judged() {
        AskedQuery query = first().subject().query();
        return query == null ? Optional.empty() : judged(corpus(), query.text());
    }

    /** Returns a corpus's judgements of a query; empty where it has none. */
    public static Optional<JudgedQuery> judged(Corpus corpus, String query) {
        return corpus.queries().stream().filter(candidate -> candidate.text().equals(query)).findFirst();
    }
}
