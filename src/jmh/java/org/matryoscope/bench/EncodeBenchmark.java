package org.matryoscope.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Progress;
import org.matryoscope.model.BareRuns;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;

/**
 * What encoding costs beside the ONNX Runtime calls alone: tokenizer, sorting, tensors, pooling, layers. Heap is little, so that
 * {@link ResidentMemory} shows what is needed.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class EncodeBenchmark {
    /** The model whose file both sides run. */
    static final Path FOLDER = Installation.home().resolve("models/minilm-matryoshka");
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /** What is encoded. */
    @State(Scope.Benchmark)
    public static class Input {
        /** Which texts. */
        @Param({"SHORT", "LONG"})
        public EncodedTexts texts;

        private List<String> list;

        /** Makes them. */
        @Setup(Level.Trial)
        public void make() {
            list = texts.texts();
        }
    }

    /** The app's encoder. */
    @State(Scope.Benchmark)
    public static class App {
        private Encoder encoder;

        /** Loads the model. */
        @Setup(Level.Trial)
        public void open() {
            encoder = Encoders.load(FOLDER, ModelOverrides.NONE, THREADS, Progress.NONE);
        }

        /** Frees it. */
        @TearDown(Level.Trial)
        public void close() {
            encoder.close();
        }
    }

    /** A session of its own. */
    @State(Scope.Benchmark)
    public static class Bare {
        private BareRuns runs;

        /** Loads the model and makes the tensors. */
        @Setup(Level.Trial)
        public void open(Input input) throws Exception {
            runs = new BareRuns(FOLDER, input.list, THREADS);
        }

        /** Frees both. */
        @TearDown(Level.Trial)
        public void close() throws Exception {
            runs.close();
        }
    }

    /** The session's runs alone, in the same batches on as many threads. */
    @Benchmark
    public void bare(Bare bare) throws Exception {
        bare.runs.run();
    }

    /** Texts to vectors. */
    @Benchmark
    public float[][] encode(Input input, App app) {
        return app.encoder.encode(input.list, Role.DOCUMENT, Progress.NONE).vectors();
    }
}
