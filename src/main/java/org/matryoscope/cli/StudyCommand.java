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

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.export.Json;
import org.matryoscope.model.Encoder;
import org.matryoscope.study.AttachedModel;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.study.VectorImport;
import org.matryoscope.study.VectorOrigin;

/** What the studies have in common: they embed a corpus, ask a question of it, and print the answer as text or as JSON. */
abstract class StudyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CorpusOption corpus = new CorpusOption();

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

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
        try (Subject subject = subject(command.commandLine().getErr())) {
            Answer answer = answer(subject);
            out.println(json ? Json.write(answer.json()) : heading(subject) + answer.text());
        }
        return 0;
    }

    private Subject subject(PrintWriter err) {
        ImportRequest request = vectors.request();
        if (request == null) {
            return new Subject(corpus.read(), model.load(), err);
        }
        VectorImport imports = new VectorImport(CacheFolders.platform(), VectorImport.DEFAULT_BYTES);
        EmbeddedCorpus opened = corpus.isGiven()
                ? imports.open(request, corpus.read(), Progress.NONE)
                : imports.open(request, Progress.NONE);
        Encoder encoder = null;
        boolean attached = false;
        try {
            encoder = model.isGiven() ? model.load() : null;
            Subject subject = new Subject(
                    encoder == null ? opened : AttachedModel.attach(encoder, opened, Progress.NONE), encoder, err);
            attached = true;
            return subject;
        } finally {
            if (!attached) {
                opened.store().close();
                if (encoder != null) {
                    encoder.close();
                }
            }
        }
    }

    /** Says that an option does not fit the model or corpus. */
    final ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static String heading(Subject subject) {
        String source = switch (subject.origin()) {
            case VectorOrigin.Model model -> "model   " + model.name();
            case VectorOrigin.Imported vectors ->
                "vectors " + vectors.name() + " (" + vectors.request().format().label() + ")";
        };
        return String.format(Locale.ROOT, "%s, %,d dimensions%ncorpus  %s, %,d documents%n%n", source,
                subject.origin().dimension(), subject.corpus().name(), subject.corpus().documents().size());
    }
}
