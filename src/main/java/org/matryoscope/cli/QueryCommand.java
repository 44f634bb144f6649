package org.matryoscope.cli;

import picocli.CommandLine.Mixin;

/** What the studies of a ranking have in common: they ask a query at chosen prefixes. */
abstract class QueryCommand extends StudyCommand {
    @Mixin
    private final DimsOption dims = new DimsOption();

    @Mixin
    private final QueryOption query = new QueryOption();

    @Override
    final Answer answer(Subject subject) {
        QueryOption.Choice choice = query.choice(this::misused);
        if (choice.isNone()) {
            throw misused("Missing required option: '--query=TEXT'");
        }
        int[] prefixes = dims.prefixes(subject.origin(), this);
        return answer(subject, subject.query(choice), prefixes);
    }

    /**
     * Answers the command's question.
     *
     * @param subject the model and the corpus
     * @param query the query's vector
     * @param prefixes prefix lengths, ascending
     * @return the answer in both forms
     */
    abstract Answer answer(Subject subject, float[] query, int[] prefixes);
}
