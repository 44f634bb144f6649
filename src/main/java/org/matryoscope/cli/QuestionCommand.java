package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Question;
import org.matryoscope.question.Unanswered;
import org.matryoscope.study.VectorOrigin;

/** Asks a question of what the options name; what becomes of the answer is the subclass's part. */
@Command(mixinStandardHelpOptions = true)
abstract class QuestionCommand implements Callable<Integer> {
    private final Question question;
    private @Nullable QuestionOptions options;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final ContendersOption contenders = new ContendersOption();

    @Mixin
    private final CorpusOption corpus = new CorpusOption();

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Mixin
    private final QueryOption query = new QueryOption();

    QuestionCommand(Question question) {
        this.question = question;
    }

    /** Returns the command with the question's own options among the others. */
    final CommandSpec command() {
        CommandSpec command = CommandSpec.forAnnotatedObject(this);
        command.name(question.name());
        command.usageMessage().description(question.words());
        options = new QuestionOptions(question.options(), command);
        return command;
    }

    /** The question. */
    final Question question() {
        return question;
    }

    /** Checks the command's own options, before the long work. */
    void check() {
    }

    /**
     * Gives the answer out.
     *
     * @param asking what was asked
     * @param answer what came of it
     * @param out takes text
     */
    abstract void give(Asking asking, Answer answer, PrintWriter out);

    @Override
    public final Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Choices choices = Objects.requireNonNull(options).chosen(command);
        QueryOption.Choice asked = query.choice(this::misused);
        if (asked.isNone() && question.needsQuery(choices)) {
            throw misused("Missing required option: '--query=TEXT'");
        }
        check();
        Messages messages = Messages.of(command);
        try (Opened opened = Opened.of(model, contenders, corpus, vectors, messages)) {
            requirePrefixes(choices, opened.origin());
            List<Contender> compared = opened.contenders(asked, contenders.rotations());
            Asking asking = new Asking(compared, List.of(), true, choices);
            switch (question.ask(asking, messages.progress(question.title()))) {
                case Answer answer -> give(asking, answer, command.commandLine().getOut());
                case Unanswered none -> throw none.problem();
            }
        }
        return 0;
    }

    private void requirePrefixes(Choices choices, VectorOrigin origin) {
        int full = origin.dimension();
        choices.get(CommonOptions.DIMS).stream().filter(d -> d > full).findFirst().ifPresent(d -> {
            throw misused("--dims: " + d + " is not a prefix of " + full + " dimensions; choose 1 to " + full);
        });
    }

    /** Says that an option does not fit. */
    final ParameterException misused(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    /** Returns what was asked about, a line a contender and one for the corpus. */
    static String heading(Asking asking) {
        StringBuilder heading = new StringBuilder();
        for (Contender contender : asking.contenders()) {
            String source = switch (contender.subject().texts().origin()) {
                case VectorOrigin.Model made -> "model   " + made.name();
                case VectorOrigin.Imported read ->
                    "vectors " + read.name() + " (" + read.request().format().label() + ")";
            };
            heading.append(String.format(Locale.ROOT, "%s, %,d dimensions%s%n", source, contender.dimension(),
                    asking.several() ? ": " + contender.name() : ""));
        }
        heading.append(String.format(Locale.ROOT, "corpus  %s, %,d documents%n", asking.corpus().name(),
                asking.corpus().documents().size()));
        asking.contenders()
                .stream()
                .map(contender -> LeftOut.of(contender.subject().texts()))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(out -> heading.append("without ").append(out).append(System.lineSeparator()));
        return heading + System.lineSeparator();
    }
}
