package org.matryoscope.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the system is asked in /proc")
class BackgroundThreadTest {
    private static final int AFTER_THE_NAME = 2;
    private static final int NICE_FIELD = 19;

    @Test
    void givesWayToOthersAlone() throws Exception {
        int own = niceness();
        FutureTask<Integer> task = new FutureTask<>(() -> {
            BackgroundThread.become();
            return niceness();
        });
        Thread.ofPlatform().start(task);
        assertThat(task.get()).isGreaterThan(own);
        assertThat(niceness()).as("of the thread that is none").isEqualTo(own);
    }

    @Test
    void makesThreadsOfAPool() throws Exception {
        try (ForkJoinPool pool = new ForkJoinPool(1, new BackgroundThread.Factory(), null, false)) {
            assertThat(pool.submit(BackgroundThreadTest::niceness).get()).isGreaterThan(niceness());
        }
    }

    /** The calling thread's niceness, as the system has it. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + AFTER_THE_NAME).split(" ", -1);
            // The fields are counted from 1, and the first two were cut off.
            return Integer.parseInt(fields[NICE_FIELD - 3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
