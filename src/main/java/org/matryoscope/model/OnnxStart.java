package org.matryoscope.model;

import java.util.concurrent.CompletableFuture;

import ai.onnxruntime.OrtEnvironment;

/** Starts ONNX Runtime, once. */
final class OnnxStart {
    /**
     * ONNX Runtime 1.29 reads the process's command line with a recursive matcher as it starts: a class path of a few kilobytes
     * overflows a thread's usual stack of 1 MB, which kills the process. This much is only reserved, not used.
     */
    private static final long STACK_BYTES = 1L << 28;

    private static final OrtEnvironment ENVIRONMENT = CompletableFuture
            .supplyAsync(OrtEnvironment::getEnvironment, OnnxStart::onLargeStack)
            .join();

    private OnnxStart() {
    }

    static OrtEnvironment environment() {
        return ENVIRONMENT;
    }

    private static void onLargeStack(Runnable start) {
        new Thread(null, start, "onnxruntime start", STACK_BYTES).start();
    }
}
