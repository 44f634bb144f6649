package org.matryoscope.question.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.QueryPlan;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.fingerprint.FingerprintAnswer;
import org.matryoscope.question.fingerprint.FingerprintQuestion;
import org.matryoscope.question.levels.LevelsAnswer;
import org.matryoscope.question.levels.LevelsQuestion;
import org.matryoscope.question.quality.JudgedQueries;
import org.matryoscope.question.quality.QualityAnswer;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.question.stages.StagesAnswer;
import org.matryoscope.question.stages.StagesQuestion;
import org.matryoscope.question.storage.StorageAnswer;
import org.matryoscope.question.storage.StorageMeasure;
import org.matryoscope.question.storage.StorageQuestion;
import org.matryoscope.rotation.RotationKind;

/** Verdict: how many dimensions should be stored, what is lost, what is saved, and how sure is that? */
public final class VerdictQuestion implements Question {
    /** How much is to be kept. */
    public static final Option.Share KEPT = new Option.Share("kept", "keep",
            "The share of full size that has to be kept: of NDCG@10 where queries are judged, else of the first k.",
            0.95, List.of(0.9, 0.95, 0.99), true);

    /** How many queries agreement is the mean over at most. */
    static final int MOST_QUERIES = 200;
    /** Halves of fewer documents tell nothing of a rotation fitted on them. */
    private static final int FEWEST_FOR_PCA = 60;
    private static final int FEWEST_DOCUMENTS = 12;

    @Override
    public String name() {
        return "verdict";
    }

    @Override
    public String title() {
        return "Verdict";
    }

    @Override
    public String words() {
        return "How many dimensions should be stored, what is lost, what is saved, and how sure is that?";
    }

    @Override
    public Heading heading() {
        return Heading.VERDICT;
    }

    @Override
    public String icon() {
        return "check-circle";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(KEPT, CommonOptions.DEPTH, CommonOptions.LISTED);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        return ask(asking, progress, reply -> {
        });
    }

    @Override
    public Reply ask(Asking asking, Progress progress, Consumer<Reply> soon) {
        if (asking.first().subject().texts().store().includedRows() < FEWEST_DOCUMENTS) {
            return new Unanswered("There are too few documents for a verdict", "Open " + FEWEST_DOCUMENTS + " or more.",
                    List.of());
        }
        Asking withPca = new Asking(withPca(asking.contenders()), asking.selection(), asking.renormalised(),
                asking.choices());
        boolean judged = !JudgedQueries.of(asking.corpus()).isEmpty();
        QueryPlan plan = QueryPlan.of(withPca, MOST_QUERIES);
        List<KeptMeasure> agreement = AgreementStudy.measure(withPca, plan, Share.of(progress, 0, 0.2));
        soon.accept(new VerdictAnswer(asking, withPca, agreement, null, null, null, null, null, plan.words()));
        QualityAnswer quality = judged
                ? ask(new QualityQuestion(), withPca, QualityAnswer.class, Share.of(progress, 0.2, 0.4))
                : null;
        LevelsAnswer levels = ask(new LevelsQuestion(), asking, LevelsAnswer.class, Share.of(progress, 0.4, 0.55));
        FingerprintAnswer fingerprint = ask(new FingerprintQuestion(), asking, FingerprintAnswer.class,
                Share.of(progress, 0.55, 0.6));
        StorageAnswer storage = ask(new StorageQuestion(), with(asking, storageChoices(asking.choices(), judged)),
                StorageAnswer.class, Share.of(progress, 0.6, 0.8));
        StagesAnswer stages = ask(new StagesQuestion(), asking, StagesAnswer.class, Share.of(progress, 0.8, 1));
        return new VerdictAnswer(asking, withPca, agreement, quality, levels, fingerprint, storage, stages,
                plan.words());
    }

    /** The contenders asked about, and behind them a PCA of each model's vectors as they are, unless it is asked about too. */
    private static List<Contender> withPca(List<Contender> asked) {
        List<Contender> all = new ArrayList<>(asked);
        asked.stream()
                .filter(each -> each.lens().choice().kind() == RotationKind.AS_IS
                        && each.subject().texts().store().includedRows() >= FEWEST_FOR_PCA)
                .map(each -> each.through(RotationChoice.of(RotationKind.PCA)))
                .filter(pca -> asked.stream().noneMatch(each -> each.name().equals(pca.name())))
                .forEach(all::add);
        return all;
    }

    static Choices storageChoices(Choices choices, boolean judged) {
        return choices.with(StorageQuestion.MEASURE, judged ? StorageMeasure.QUALITY : StorageMeasure.AGREEMENT);
    }

    private static Asking with(Asking asking, Choices choices) {
        return new Asking(asking.contenders(), asking.selection(), asking.renormalised(), choices);
    }

    private static <T extends Answer> @Nullable T ask(Question question, Asking asking, Class<T> type,
            Progress progress) {
        return Stream.of(question.ask(asking, progress))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
