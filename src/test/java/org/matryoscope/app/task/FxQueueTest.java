package org.matryoscope.app.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FxQueueTest {
    private final Deque<Runnable> fxThread = new ArrayDeque<>();
    private final FxQueue queue = new FxQueue(fxThread::add);
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void manyActionsAreOneRunLaterAtATime() {
        for (int i = 0; i < 1000; i++) {
            int action = i;
            queue.execute(() -> ran.add(action));
        }
        assertThat(fxThread).hasSize(1);
        while (!fxThread.isEmpty()) {
            assertThat(fxThread).hasSize(1);
            fxThread.remove().run();
        }
        assertThat(ran).hasSize(1000).isSorted();
    }

    @Test
    void anActionThatFailsDoesNotHoldUpTheOthers() {
        queue.execute(() -> {
            throw new IllegalStateException("broken");
        });
        queue.execute(() -> ran.add(1));
        assertThatThrownBy(() -> fxThread.remove().run()).hasMessage("broken");
        fxThread.remove().run();
        assertThat(ran).containsExactly(1);
    }
}
