package org.matryoscope.app.task;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.matryoscope.base.BackgroundThread;

/** Owns every worker thread of the window: all are named daemons, and all end with {@link #close()}. */
public final class Workers implements AutoCloseable {
    private final ObservableList<TaskInfo> tasks = FXCollections.observableArrayList();
    private final ExecutorService inferenceThread = threads("inference", 1);
    private final ExecutorService queryThread = threads("query", 1);
    private final ExecutorService rankingThreads = threads("ranking", 2);
    private final ExecutorService computeThreads = threads("compute",
            Math.max(2, Runtime.getRuntime().availableProcessors() - 1));
    private final ExecutorService fileThread = threads("files", 1);
    private final ExecutorService networkThread = threads("network", 1);
    private final ExecutorService saveThread = threads("saves", 1);
    private final Background inference;
    private final Background queries;
    private final Background ranking;
    private final Background compute;
    private final Background files;
    private final Background network;
    private final Background saves;

    /**
     * Starts the workers.
     *
     * @param failures shows what a job threw to the user, on the FX thread
     */
    public Workers(Consumer<Throwable> failures) {
        FxQueue fxQueue = new FxQueue(Platform::runLater);
        inference = new BackgroundExecutor(inferenceThread, fxQueue, tasks, failures);
        queries = new BackgroundExecutor(queryThread, fxQueue, tasks, failures);
        ranking = new BackgroundExecutor(rankingThreads, fxQueue, tasks, failures);
        compute = new BackgroundExecutor(computeThreads, fxQueue, tasks, failures);
        files = new BackgroundExecutor(fileThread, fxQueue, tasks, failures);
        network = new BackgroundExecutor(networkThread, fxQueue, tasks, failures);
        saves = new BackgroundExecutor(saveThread, fxQueue, FXCollections.observableArrayList(), failures);
    }

    /** Loads models and encodes corpora, one after the other. */
    public Background inference() {
        return inference;
    }

    /** Encodes queries, so that one need not wait for a corpus. */
    public Background queries() {
        return queries;
    }

    /** Ranks at the slider's prefix, a thread a side: the slider does not wait for an analysis of a million texts. */
    public Background ranking() {
        return ranking;
    }

    /** Analyses. */
    public Background compute() {
        return compute;
    }

    /** Reads and writes files. */
    public Background files() {
        return files;
    }

    /** Asks hubs and servers and fetches from them, which may take hours. */
    public Background network() {
        return network;
    }

    /**
     * Saves settings and the session: small files, which must not wait for the import of a large one, and which nobody wants to
     * see among the work under way.
     */
    public Background saves() {
        return saves;
    }

    /** The work under way, oldest first; changes on the FX thread. */
    public ObservableList<TaskInfo> tasks() {
        return FXCollections.unmodifiableObservableList(tasks);
    }

    /** Cancels what is under way and ends the threads. */
    @Override
    public void close() {
        List.copyOf(tasks).forEach(TaskInfo::cancel);
        List.of(inferenceThread, queryThread, rankingThreads, computeThreads, fileThread, networkThread, saveThread)
                .forEach(ExecutorService::shutdown);
    }

    /** The window's own threads come first: the slider is dragged while rankings and charts are computed. */
    private static ThreadFactory background(ThreadFactory threads) {
        return work -> threads.newThread(() -> {
            BackgroundThread.become();
            work.run();
        });
    }

    private static ExecutorService threads(String name, int count) {
        // What is asked for after the end, by a view that has yet to go, is dropped.
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                background(Thread.ofPlatform().daemon().name(name + "-", 1).factory()),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
