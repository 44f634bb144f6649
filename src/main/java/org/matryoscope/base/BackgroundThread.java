package org.matryoscope.base;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Threads that compute while a window is to move smoothly: they take what processor time it leaves. Java's own priorities do that on
 * Windows; on Linux they have no effect, and the system is told instead. Elsewhere nothing happens.
 */
public final class BackgroundThread {
    private static final String COMMON_POOL = "java.util.concurrent.ForkJoinPool.common.threadFactory";
    /** Of 19: the window's threads then come at once, and other programs leave enough to compute with. */
    private static final int NICENESS = 10;
    private static final int WHICH_THREAD = 0;
    private static final int THIS_ONE = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private BackgroundThread() {
    }

    /** Makes the calling thread, and what native threads it begins, one of them. */
    @SuppressWarnings("ThreadPriorityCheck") // Not relied on: work is done either way, the window only moves less smoothly.
    public static void become() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        SET_PRIORITY.ifPresent(set -> {
            try {
                int ignored = (int) set.invokeExact(WHICH_THREAD, THIS_ONE, NICENESS);
            } catch (Throwable unchanged) {
                throw new IllegalStateException("a call of the system does not throw", unchanged);
            }
        });
    }

    /** Makes the threads of the common pool such threads; to be called before anything uses it. */
    public static void makeCommonPool() {
        System.setProperty(COMMON_POOL, Factory.class.getName());
    }

    /** Makes threads of the common pool, which finds it by its name. */
    public static final class Factory implements ForkJoinWorkerThreadFactory {
        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            return new Worker(pool);
        }
    }

    private static final class Worker extends ForkJoinWorkerThread {
        Worker(ForkJoinPool pool) {
            super(pool);
        }

        @Override
        protected void onStart() {
            super.onStart();
            become();
        }
    }

    /** In Linux a thread is what {@code setpriority} calls a process; POSIX means all threads, so other systems are not asked. */
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setpriority")
                .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
    }
}
