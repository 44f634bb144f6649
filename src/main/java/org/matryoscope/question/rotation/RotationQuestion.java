package org.matryoscope.question.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.energy.EnergyQuestion;
import org.matryoscope.question.fingerprint.FingerprintQuestion;
import org.matryoscope.question.levels.LevelsQuestion;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.question.stability.StabilityQuestion;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationKind;

/** Rotation: can a rotation fitted on these texts make prefixes better, and on how many texts? */
public final class RotationQuestion implements Question {
    /** Which texts rotations are fitted on. */
    public static final Option.OneOf<FitOn> FIT = new Option.OneOf<>("fit", "fitted on",
            "Where documents are measured: whether a rotation is fitted on one half of them and the other is measured, or on all, as one would deploy it. Judged queries are never fitted on, so there it is always all.",
            List.of(FitOn.values()), FitOn.HALF, FitOn::label, false);

    /** The prefix length that is drawn. */
    public static final Option.Whole AT = new Option.Whole("at", "at d =",
            "The prefix length whose quality is drawn against the number of texts; of those measured, the longest up to it.",
            1, 32, List.of(16, 32, 64), false, Object::toString, true);

    /** Halves of fewer documents tell nothing of a rotation fitted on them. */
    private static final int FEWEST_DOCUMENTS = 60;
    /** Documents that are queries where agreement is asked for beside the rest. */
    private static final int QUERIES_BESIDE = 50;

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public String title() {
        return "Rotation";
    }

    @Override
    public String words() {
        return "Can a rotation fitted on these texts make prefixes better, and on how many texts?";
    }

    @Override
    public Heading heading() {
        return Heading.DECIDE;
    }

    @Override
    public String icon() {
        return "compass";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(AT, FIT, CommonOptions.DIMS);
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
        List<Contender> own = asking.contenders().stream().filter(RotationQuestion::isAsItIs).toList();
        if (own.isEmpty()) {
            return new Unanswered(
                    "No vectors are seen as they are, so there is nothing that a rotation could be set against",
                    "Add a model's vectors as they are.", List.of());
        }
        if (own.stream().anyMatch(each -> each.subject().texts().store().includedRows() < FEWEST_DOCUMENTS)) {
            return new Unanswered("There are too few documents to fit a rotation",
                    "Open " + FEWEST_DOCUMENTS + " or more.", List.of());
        }
        MainMeasure measure = MainMeasure.of(asking.corpus());
        boolean half = measure.measuresDocuments() && asking.get(FIT) == FitOn.HALF;
        Asking measured = with(asking, rivals(asking.contenders(), own));
        RotationStudy study = new RotationStudy(measured, measure, half);
        List<RotationCurve> curves = measured.each(Share.of(progress, 0, 0.2), study::curve);
        List<Integer> learned = measured.indices().filter(i -> isAsItIs(measured.contenders().get(i))).boxed().toList();
        Progress learning = Share.of(progress, 0.2, 0.8);
        List<LearningCurve> learningCurves = IntStream.range(0, learned.size()).mapToObj(i -> {
            int pca = RotationAnswer.indexOf(measured, measured.contenders().get(learned.get(i)).name() + " PCA");
            return study.learn(learned.get(i), pca, curves.get(pca),
                    Share.of(learning, (double) i / learned.size(), (i + 1.0) / learned.size()));
        }).toList();
        Rotation axes = measured.contenders()
                .get(learningCurves.getFirst().pca())
                .lens()
                .whole(Share.of(progress, 0.8, 0.85))
                .rotation();
        soon.accept(new RotationAnswer(asking, measured, measure, half, curves, learningCurves, List.of(), axes));
        List<RotationAnswer.Beside> beside = beside(measured, measure, learningCurves, Share.of(progress, 0.85, 1));
        return new RotationAnswer(asking, measured, measure, half, curves, learningCurves, beside, axes);
    }

    private static boolean isAsItIs(Contender contender) {
        return contender.lens().choice().kind() == RotationKind.AS_IS;
    }

    private static Asking with(Asking asking, List<Contender> contenders) {
        return new Asking(contenders, asking.selection(), asking.renormalised(), asking.choices());
    }

    /** The contenders asked about, and behind them each model's PCA and random rotation, unless they are asked about too. */
    private static List<Contender> rivals(List<Contender> asked, List<Contender> own) {
        List<Contender> all = new ArrayList<>(asked);
        own.stream()
                .flatMap(each -> Stream.of(RotationKind.PCA, RotationKind.RANDOM)
                        .map(kind -> each.through(RotationChoice.of(kind))))
                .filter(rival -> asked.stream().noneMatch(each -> each.name().equals(rival.name())))
                .forEach(all::add);
        return all;
    }

    /** What other questions say of the same: the main measure's of every contender, the others' of each model and its PCA. */
    private static List<RotationAnswer.Beside> beside(Asking measured, MainMeasure measure, List<LearningCurve> learned,
            Progress progress) {
        Asking pairs = with(measured,
                learned.stream()
                        .flatMap(each -> Stream.of(each.own(), each.pca()))
                        .map(measured.contenders()::get)
                        .distinct()
                        .toList());
        List<Question> questions = List.of(new QualityQuestion(), new LevelsQuestion(), new StabilityQuestion(),
                new EnergyQuestion(), new FingerprintQuestion());
        List<RotationAnswer.Beside> beside = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            Asking of = isOf(question, measure) ? measured : pairs;
            Asking chosen = new Asking(of.contenders(), of.selection(), of.renormalised(),
                    of.choices().with(StabilityQuestion.QUERIES, QUERIES_BESIDE));
            Progress part = Share.of(progress, (double) i / questions.size(), (i + 1.0) / questions.size());
            if (question.ask(chosen, part) instanceof Answer answer) {
                beside.add(new RotationAnswer.Beside(question, chosen.choices(), answer));
            }
        }
        return beside;
    }

    private static boolean isOf(Question question, MainMeasure measure) {
        return measure instanceof MainMeasure.Judged
                ? question instanceof QualityQuestion
                : measure instanceof MainMeasure.Labels
                        ? question instanceof LevelsQuestion
                        : question instanceof StabilityQuestion;
    }
}
