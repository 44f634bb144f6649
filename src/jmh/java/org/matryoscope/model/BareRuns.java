package org.matryoscope.model;

import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** The ONNX Runtime calls of an encoding and nothing else: the same batches on as many threads, their tensors made beforehand. */
public final class BareRuns implements AutoCloseable {
    private final OrtSession session;
    private final List<Map<String, OnnxTensor>> batches = new ArrayList<>();
    private final ExecutorService workers;

    /**
     * Prepares the runs.
     *
     * @param folder a model folder whose file is {@code onnx/model_quantized.onnx} and takes BERT's three inputs
     * @param texts what is encoded
     * @param threads threads in all
     */
    public BareRuns(Path folder, List<String> texts, int threads) throws OrtException {
        Variant variant = OnnxFiles.list(folder, folder).getFirst();
        Batching batching = Batching.together(threads, variant.bytes());
        workers = Executors.newFixedThreadPool(batching.workers());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(batching.threadsPerRun());
            session = environment.createSession(folder.resolve(variant.file()).toString(), options);
        }
        TransformerSettings settings = TransformerSettings.read(folder, folder, null);
        try (Tokenizing tokenizing = Tokenizing.open(settings, true)) {
            List<Tokens> sorted = texts.stream()
                    .map(tokenizing::tokens)
                    .sorted(Comparator.comparingInt(Tokens::length).reversed())
                    .toList();
            for (List<Tokens> batch : batching.fill(sorted, Tokens::length)) {
                TokenBatch table = TokenBatch.of(batch, settings.padLeft(), settings.padId(), InputShape.ANY);
                batches.add(Map.of("input_ids", tensor(environment, table, table.ids()), "attention_mask",
                        tensor(environment, table, table.mask()), "token_type_ids",
                        tensor(environment, table, table.typeIds())));
            }
        }
    }

    /** Runs every batch. */
    public void run() throws Exception {
        List<Future<?>> runs = new ArrayList<>();
        for (Map<String, OnnxTensor> batch : batches) {
            runs.add(workers.submit(() -> {
                session.run(batch, Set.of("last_hidden_state")).close();
                return null;
            }));
        }
        for (Future<?> run : runs) {
            run.get();
        }
    }

    @Override
    public void close() throws OrtException {
        workers.shutdown();
        batches.forEach(batch -> batch.values().forEach(OnnxTensor::close));
        session.close();
    }

    private static OnnxTensor tensor(OrtEnvironment environment, TokenBatch batch, long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[]{batch.rows(), batch.length()});
    }
}
