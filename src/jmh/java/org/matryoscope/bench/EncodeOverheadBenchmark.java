package org.matryoscope.bench;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
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
import org.openjdk.jmh.infra.Blackhole;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;

/**
 * What encoding costs beside the ONNX Runtime calls alone: tokenizer, sorting, tensors, pooling, layers. Both sides run the
 * same 100 texts one by one on one thread; the bare side gets tensors made beforehand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class EncodeOverheadBenchmark {
    private static final int TEXTS = 100;
    private static final Path FOLDER = Installation.home().resolve("models/minilm-matryoshka");

    /** Words of a text: a query's length, and a news item's. */
    @Param({"8", "50"})
    public int words;

    private List<String> texts;
    private Encoder encoder;
    private OrtSession session;
    private List<Map<String, OnnxTensor>> inputs;

    @Setup(Level.Trial)
    public void open() throws OrtException, IOException {
        texts = IntStream.range(0, TEXTS).mapToObj(i -> text(i, words)).toList();
        encoder = Encoders.load(FOLDER, ModelOverrides.NONE, 1, Progress.NONE);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(FOLDER.resolve("onnx/model_quantized.onnx").toString(), options);
        }
        inputs = new ArrayList<>();
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(FOLDER.resolve("tokenizer.json"))
                .optPadding(false)
                .build()) {
            for (String text : texts) {
                inputs.add(tensors(environment, tokenizer.encode(text)));
            }
        }
    }

    @Benchmark
    public void bare(Blackhole hole) throws OrtException {
        for (Map<String, OnnxTensor> input : inputs) {
            try (OrtSession.Result result = session.run(input, Set.of("last_hidden_state"))) {
                hole.consume(result);
            }
        }
    }

    @Benchmark
    public float[][] encode() {
        return encoder.encode(texts, Role.DOCUMENT, Progress.NONE).vectors();
    }

    @TearDown(Level.Trial)
    public void close() throws OrtException {
        inputs.forEach(input -> input.values().forEach(OnnxTensor::close));
        session.close();
        encoder.close();
    }

    private static String text(int i, int words) {
        String[] vocabulary = {"river", "market", "theory", "engine", "garden", "signal", "harbour", "memory",
                "winter"};
        return String.join(" ",
                IntStream.range(0, words)
                        .mapToObj(w -> vocabulary[(i * 7 + w * (1 + i % 4)) % vocabulary.length])
                        .toList());
    }

    private static Map<String, OnnxTensor> tensors(OrtEnvironment environment, Encoding encoding) throws OrtException {
        long[] shape = {1, encoding.getIds().length};
        return Map.of("input_ids", OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getIds()), shape),
                "attention_mask",
                OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getAttentionMask()), shape),
                "token_type_ids", OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getTypeIds()), shape));
    }
}
