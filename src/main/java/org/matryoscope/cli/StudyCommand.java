package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.export.Json;

/** What the studies have in common: they embed a corpus, ask a question of it, and print the answer as text or as JSON. */
abstract class StudyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CorpusOption corpus = new CorpusOption();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    /**
     * Answers the command's question.
     *
     * @param subject the model and the corpus
     * @return the answer in both forms
     */
    abstract Answer answer(Subject subject);

    /**
     * An answer.
     *
     * @param json the record to be written as JSON
     * @param text the same for reading
     */
    record Answer(Record json, String text) {}

    @Override
    public final Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        Corpus texts = corpus.read();
        try (Subject subject = new Subject(texts, model.load(), command.commandLine().getErr())) {
            Answer answer = answer(subject);
            out.println(json ? Json.write(answer.json()) : heading(subject) + answer.text());
        }
        return 0;
    }

    /** Says that an option does not fit the model or corpus. */
    final ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static String heading(Subject subject) {
        return String.format(Locale.ROOT, "model   %s, %,d dimensions%ncorpus  %s, %,d documents%n%n",
                subject.model().name(), subject.model().dimension(), subject.corpus().name(),
                subject.corpus().documents().size());
    }
}
