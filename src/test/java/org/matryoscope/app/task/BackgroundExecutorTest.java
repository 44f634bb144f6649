package org.matryoscope.app.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Workers and the FX thread are queues that the test runs by hand, so every order of events can be had. */
class BackgroundExecutorTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final ObservableList<TaskInfo> tasks = FXCollections.observableArrayList();
    private final Background background = new BackgroundExecutor(workers::add, fxThread::add, tasks, failures::add);

    private void work() {
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
    }

    private void deliver() {
        while (!fxThread.isEmpty()) {
            fxThread.remove().run();
        }
    }

    @Test
    void deliversTheResult() {
        background.latest("slot", "Working", progress -> "done", delivered::add);
        assertThat(tasks).extracting(TaskInfo::title).containsExactly("Working");
        work();
        deliver();
        assertThat(delivered).containsExactly("done");
        assertThat(tasks).isEmpty();
    }

    @Test
    void neverDeliversAResultThatANewerRequestReplaced() {
        background.latest("slot", "old", progress -> "old", delivered::add);
        work();
        // The old result waits for the FX thread already when the newer request comes.
        background.latest("slot", "new", progress -> "new", delivered::add);
        deliver();
        assertThat(delivered).isEmpty();
        work();
        deliver();
        assertThat(delivered).containsExactly("new");
    }

    @Test
    void aReplacedJobThatHasNotBegunDoesNotRun() {
        AtomicBoolean ran = new AtomicBoolean();
        background.latest("slot", "old", progress -> ran.getAndSet(true), result -> {
        });
        background.latest("slot", "new", progress -> "new", delivered::add);
        work();
        deliver();
        assertThat(ran).isFalse();
        assertThat(delivered).containsExactly("new");
    }

    @Test
    void slotsDoNotDisturbEachOther() {
        background.latest("one", "one", progress -> "1", delivered::add);
        background.latest("two", "two", progress -> "2", delivered::add);
        work();
        deliver();
        assertThat(delivered).containsExactly("1", "2");
    }

    @Test
    void aCancelledJobStopsAtItsNextReportAndItsActionsRun() {
        List<Progress> seen = new ArrayList<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        background.latest("slot", "long", progress -> {
            seen.add(progress);
            progress.onCancel(() -> interrupted.set(true));
            return "long";
        }, delivered::add);
        work();
        background.cancel("slot");
        deliver();
        assertThat(interrupted).isTrue();
        assertThat(delivered).isEmpty();
        assertThat(tasks).isEmpty();
        assertThatThrownBy(() -> seen.getFirst().report(1, 2)).isInstanceOf(CancellationException.class);
    }

    @Test
    void tellsOfACancellationByTheUserButShowsNone() {
        List<Throwable> told = new ArrayList<>();
        background.latest("slot", "long", progress -> "long", delivered::add, told::add);
        tasks.getFirst().cancel();
        work();
        deliver();
        assertThat(told).singleElement().isInstanceOf(CancellationException.class);
        assertThat(failures).isEmpty();
        assertThat(delivered).isEmpty();
    }

    @Test
    void showsAFailureAndTellsOfIt() {
        List<Throwable> told = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("broken");
        background.latest("slot", "bad", progress -> {
            throw failure;
        }, result -> {
        }, told::add);
        work();
        deliver();
        assertThat(failures).containsExactly(failure);
        assertThat(told).containsExactly(failure);
        assertThat(tasks).isEmpty();
    }

    @Test
    void aHundredReportsAreOneUpdate() {
        background.latest("slot", "counting", progress -> {
            for (int i = 1; i <= 100; i++) {
                progress.report(i, 100);
            }
            return "counted";
        }, delivered::add);
        TaskInfo info = tasks.getFirst();
        work();
        assertThat(fxThread).as("one progress update and one delivery").hasSize(2);
        fxThread.remove().run();
        assertThat(info.progressProperty().get()).isEqualTo(1.0);
    }
}
