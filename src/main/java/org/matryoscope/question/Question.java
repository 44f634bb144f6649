package org.matryoscope.question;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.matryoscope.base.Progress;

/**
 * One thing that the app can tell: options in, an answer out. The window, the command line and the export know questions by
 * this alone; to add one is to add its package and a line in {@link Questions#ALL}. Questions have no state.
 */
public interface Question {
    /** Its name on the command line and in file names, lower-case and hyphenated. */
    String name();

    /** Its name in the window. */
    String title();

    /** The question, as a user asks it. */
    String words();

    /** Where it stands in the list of questions. */
    Heading heading();

    /** Returns the name of the Feather icon that stands for it where there is no room for its title. */
    default String icon() {
        return "help-circle";
    }

    /** What can be chosen, in the order in which it is shown. */
    List<Option<?>> options();

    /**
     * Those of the options that may be changed while an answer is being found, which then looks at {@link Asking#now}; to change
     * them does not ask again.
     */
    default List<Option<?>> live() {
        return List.of();
    }

    /** What the answer depends on beside the contenders' vectors. */
    Set<Input> inputs();

    /**
     * Says whether it cannot be asked without a query.
     *
     * @param choices the options in force
     */
    default boolean needsQuery(Choices choices) {
        return inputs().contains(Input.QUERY);
    }

    /**
     * Answers it.
     *
     * @param asking contenders, query and options
     * @param progress told of the work; cancels
     * @return the answer, or why there is none
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.matryoscope.base.Problem if the vectors or the query cannot be worked with
     */
    Reply ask(Asking asking, Progress progress);

    /**
     * Answers it, and hands out on the way what is known sooner.
     *
     * @param asking contenders, query and options
     * @param progress told of the work; cancels
     * @param soon takes answers to a part of it, on the calling thread; never called by most questions
     * @return the whole answer, or why there is none
     */
    default Reply ask(Asking asking, Progress progress, Consumer<Reply> soon) {
        return ask(asking, progress);
    }
}
