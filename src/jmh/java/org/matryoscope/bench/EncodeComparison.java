package org.matryoscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Compares the speed of encoding with bare runs in Java and with ONNX Runtime from Python, on the same file, texts and machine,
 * and measures the memory that 100,000 texts take. src/bench/encode.sh starts it.
 */
public final class EncodeComparison {
    private static final String SCRIPT = "src/bench/python/encode.py";
    /** Each side runs once a round, so that a change in the machine's load meets all. */
    private static final int ROUNDS = 3;
    private static final String CALLS = "2";

    private EncodeComparison() {
    }

    /**
     * Runs it.
     *
     * @param args a Python that has what requirements.txt asks for
     */
    public static void main(String[] args) throws IOException, RunnerException {
        StringBuilder table = new StringBuilder("""
                | texts | app | bare runs in Java | app over bare | Python, batches of 64 | app over Python |
                |---|---|---|---|---|---|
                """);
        for (EncodedTexts texts : List.of(EncodedTexts.SHORT, EncodedTexts.LONG)) {
            table.append(row(args[0], texts));
        }
        Figure many = run(EncodedTexts.MANY, "encode",
                new OptionsBuilder().forks(1).warmupIterations(0).measurementIterations(1));
        System.out.printf(Locale.ROOT,
                "%n%s; load average %.1f%n%n%s%n100,000 texts, heap of 256 MB: %.0f s, %.0f MB of memory at the peak, of which the vectors are 154 MB%n",
                Machine.words(), Machine.load(), table, many.mean() / 1000, many.secondary(ResidentMemory.PEAK) / 1e6);
    }

    /** The best of all rounds counts: what the machine can do when nothing else runs. */
    private static String row(String python, EncodedTexts texts) throws IOException, RunnerException {
        Path file = Files.createTempFile("texts", ".txt");
        try {
            Files.write(file, texts.texts());
            double app = Double.MAX_VALUE;
            double bare = Double.MAX_VALUE;
            double other = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                app = Math.min(app, run(texts, "encode", new OptionsBuilder()).best());
                bare = Math.min(bare, run(texts, "bare", new OptionsBuilder()).best());
                for (String seconds : Programs.run(python, SCRIPT, EncodeBenchmark.FOLDER.toString(), file.toString(),
                        CALLS)) {
                    other = Math.min(other, 1000 * Double.parseDouble(seconds));
                }
            }
            return String.format(Locale.ROOT, "| %s | %s | %s | %.3f | %s | %.3f |%n", texts,
                    Compared.milliseconds(app), Compared.milliseconds(bare), app / bare, Compared.milliseconds(other),
                    app / other);
        } finally {
            Files.delete(file);
        }
    }

    private static Figure run(EncodedTexts texts, String side, ChainedOptionsBuilder options) throws RunnerException {
        options.include(EncodeBenchmark.class.getName() + "." + side + "$")
                .param("texts", texts.name())
                .addProfiler(ResidentMemory.class)
                .shouldFailOnError(true);
        return Figure.of(new Runner(options.build()).runSingle());
    }
}
