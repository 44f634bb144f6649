package org.matryoscope.model.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Role;
import org.matryoscope.model.http.Calls;
import org.matryoscope.model.http.Patience;
import org.matryoscope.model.server.ServerClient.TooLongException;

/** A model on a server. Texts go out in batches of about one length, one request at a time. */
final class ServerEncoder implements Encoder {
    private static final int BATCH = 32;

    private final ServerClient client;
    private final Patience patience;
    private final String model;
    private final @Nullable Integer wanted;
    private final ModelProfile profile;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServerEncoder(ServerClient client, Patience patience, String model, @Nullable Integer wanted,
            ModelProfile profile) {
        this.client = client;
        this.patience = patience;
        this.model = model;
        this.wanted = wanted;
        this.profile = profile;
    }

    /** Opens a model; fails as {@link EmbeddingServer#encoder} does. The client becomes the encoder's. */
    static ServerEncoder open(ServerClient client, Patience patience, String model, @Nullable Integer dimension,
            ModelOverrides overrides, Progress progress) {
        Calls calls = new Calls(client.http(), patience, progress, () -> progress.report(0, 0));
        ServerApi api = client.api();
        try {
            List<float[]> probe = vectors(client, model, dimension, List.of("What does the model give?"), false, calls);
            ModelProfile profile = ModelProfile.ofServer(model, api.kind(), api.embeddings(), probe.getFirst().length,
                    api.cuts(), overrides);
            return new ServerEncoder(client, patience, model, dimension, profile);
        } catch (TooLongException e) {
            throw tooLong(client, model, e);
        }
    }

    @Override
    public ModelProfile profile() {
        return profile;
    }

    @Override
    public Encoding encode(List<String> texts, Role role, Progress progress) {
        if (closed.get()) {
            throw new IllegalStateException("The encoder is closed.");
        }
        return new Run(texts, role, progress).encoding();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            client.close();
        }
    }

    private final class Run {
        private final List<String> prompted;
        private final Progress progress;
        private final Calls calls;
        private final float[][] vectors;
        private final boolean[] cut;
        private int done;

        Run(List<String> texts, Role role, Progress progress) {
            Prompts prompts = profile.prompts().value();
            String prompt = role == Role.QUERY ? prompts.query() : prompts.document();
            // Servers refuse empty texts.
            this.prompted = texts.stream().map(text -> prompt + text).map(text -> text.isEmpty() ? " " : text).toList();
            this.progress = progress;
            this.calls = new Calls(client.http(), patience, progress, () -> progress.report(done, texts.size()));
            this.vectors = new float[texts.size()][];
            this.cut = new boolean[texts.size()];
        }

        Encoding encoding() {
            progress.report(0, prompted.size());
            List<Integer> order = IntStream.range(0, prompted.size())
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> prompted.get(i).length()).reversed())
                    .toList();
            for (int from = 0; from < order.size(); from += BATCH) {
                encode(order.subList(from, Math.min(from + BATCH, order.size())), false);
            }
            return new Encoding(vectors, IntStream.range(0, cut.length).filter(i -> cut[i]).toArray());
        }

        /** Encodes a batch; one with a text that is too long is halved until that text stands alone, which is then cut. */
        private void encode(List<Integer> batch, boolean cutting) {
            try {
                List<float[]> encoded = vectors(client, model, wanted, batch.stream().map(prompted::get).toList(),
                        cutting, calls);
                for (int i = 0; i < batch.size(); i++) {
                    if (encoded.get(i).length != profile.dimension()) {
                        throw notAnEmbedding(client, model, "it gave " + encoded.get(i).length
                                + " numbers for one text and " + profile.dimension() + " for another");
                    }
                    vectors[batch.get(i)] = encoded.get(i);
                    cut[batch.get(i)] = cutting;
                }
                done += batch.size();
                progress.report(done, prompted.size());
            } catch (TooLongException e) {
                int half = batch.size() / 2;
                if (half > 0) {
                    encode(batch.subList(0, half), false);
                    encode(batch.subList(half, batch.size()), false);
                } else if (client.api().cuts() && !cutting) {
                    encode(batch, true);
                } else {
                    throw tooLong(client, model, e);
                }
            }
        }
    }

    private static List<float[]> vectors(ServerClient client, String model, @Nullable Integer dimension,
            List<String> texts, boolean cutting, Calls calls) throws TooLongException {
        JsonNode answer = client.post(client.api().request(model, texts, dimension, cutting), model, calls);
        List<JsonNode> nodes = client.api().vectors(answer);
        if (nodes.size() != texts.size()) {
            throw notAnEmbedding(client, model, "for " + texts.size() + " texts it gave " + nodes.size() + " vectors");
        }
        List<float[]> vectors = new ArrayList<>();
        for (JsonNode node : nodes) {
            float @Nullable [] vector = ServerAnswer.vector(node);
            if (vector == null) {
                throw notAnEmbedding(client, model, "a vector is neither a list of finite numbers nor base64 of such");
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static Problem notAnEmbedding(ServerClient client, String model, String why) {
        return new Problem(model + " at " + client.api().embeddings(), "the answer is not an embedding: " + why,
                "Choose a model that makes text embeddings.");
    }

    private static Problem tooLong(ServerClient client, String model, TooLongException e) {
        return new Problem(model + " at " + client.api().embeddings(),
                "a text is longer than the model takes (" + e.getMessage() + ")",
                "Shorten the longest texts, or start the server so that it cuts them.", e);
    }
}
