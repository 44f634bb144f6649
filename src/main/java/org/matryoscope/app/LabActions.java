package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.MenuItem;

import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Side;
import org.matryoscope.question.lab.LabQuestion;
import org.matryoscope.question.lab.LabView;
import org.matryoscope.question.lab.Learn;

/** Begins a training again, or the one that a class watches. */
final class LabActions {
    private static final String LESSON_CORPUS = "encyclopedia";
    /** Its fields: few enough labels for many texts each. */
    private static final int LESSON_LEVEL = 1;
    /** Six hundred steps in twenty seconds. */
    private static final int LESSON_PACE = 30;

    private LabActions() {
    }

    /**
     * Makes menu items.
     *
     * @param view the Lab's view
     * @param session opens what the lesson is about
     * @param models the twins, the Matryoshka-trained one first
     */
    static List<MenuItem> of(QuestionView view, Session session, List<Path> models) {
        MenuItem again = item("Train again, from the start", view::askAgain);
        return models.size() < 2
                ? List.of(again)
                : List.of(again, item("The lesson: an ordinary model learns, slowly enough to be watched",
                        () -> begin(view, session, models.getLast())));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void begin(QuestionView view, Session session, Path ordinary) {
        view.choices()
                .set(Choices.INITIAL.with(LabQuestion.LEARN, Learn.LABELS)
                        .with(LabQuestion.LEVEL, LESSON_LEVEL)
                        .with(LabQuestion.START, LabQuestion.Start.IDENTITY)
                        .with(LabQuestion.PACE, LESSON_PACE)
                        .with(LabQuestion.VIEW, LabView.QUALITY));
        session.openCorpus(new CorpusSource.BuiltIn(LESSON_CORPUS), "");
        session.openModel(Side.A, ModelChoice.of(ordinary));
        view.askAgain();
    }
}
