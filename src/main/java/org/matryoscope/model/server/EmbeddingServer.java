package org.matryoscope.model.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.http.Calls;
import org.matryoscope.model.http.Patience;

/** A server of embeddings. Opens no connection until it is asked something. */
public final class EmbeddingServer {
    /** The environment variable with the key that a server may want. */
    public static final String KEY = "EMBEDDING_SERVER_KEY";

    private static final int OLLAMAS_PORT = 11434;

    private final ServerApi api;
    private final Optional<String> key;
    private final Patience patience;

    /**
     * Takes an address.
     *
     * @param address what the user writes: "localhost:11434" is Ollama's own interface, as is what ends in /api/embed; any other
     *     address is that of OpenAI's interface, with /v1 or /v1/embeddings at its end or not
     * @param key the key that the server wants, if any; sent to it alone
     * @throws Problem if it is not an address
     */
    public EmbeddingServer(String address, Optional<String> key) {
        // A batch on a slow processor may take minutes.
        this(address, key, new Patience(4, Patience.USUAL.first(), Patience.USUAL.most(),
                Patience.USUAL.silence().multipliedBy(5)));
    }

    EmbeddingServer(String address, Optional<String> key, Patience patience) {
        this.api = api(address.strip());
        this.key = key;
        this.patience = patience;
    }

    /**
     * Takes an address, and the key from the variable {@value #KEY}.
     *
     * @param address as above
     * @throws Problem if it is not an address
     */
    public static EmbeddingServer of(String address) {
        return new EmbeddingServer(address, Optional.ofNullable(System.getenv(KEY)));
    }

    private static ServerApi api(String text) {
        try {
            URI address = URI.create((text.contains("://") ? text : "http://" + text).replaceFirst("/+$", ""));
            if (address.getHost() == null || !address.getScheme().matches("https?") || address.getRawQuery() != null) {
                throw new IllegalArgumentException(text);
            }
            String whole = address.toString();
            if (whole.endsWith(OllamaApi.PATH)) {
                return new OllamaApi(whole.substring(0, whole.length() - OllamaApi.PATH.length()));
            }
            if (address.getPort() == OLLAMAS_PORT && address.getRawPath().isEmpty()) {
                return new OllamaApi(whole);
            }
            String base = whole.endsWith(OpenAiApi.PATH)
                    ? whole.substring(0, whole.length() - OpenAiApi.PATH.length())
                    : whole;
            return new OpenAiApi(URI.create(base).getRawPath().isEmpty() ? base + "/v1" : base);
        } catch (IllegalArgumentException e) {
            throw new Problem("server", "\"" + text + "\" is not the address of a server",
                    "Write an address such as http://localhost:11434 or http://localhost:8080/v1.", e);
        }
    }

    /**
     * Lists the models that the server has; not all of them make embeddings.
     *
     * @param progress cancels
     * @return their names
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if the server does not answer
     */
    public List<String> models(Progress progress) {
        try (ServerClient client = new ServerClient(api, key, ServerClient.connections())) {
            return api.names(client.get(api.models(),
                    new Calls(client.http(), patience, progress, () -> progress.report(0, 0))));
        }
    }

    /**
     * Opens a model; a short text is sent to learn its dimension.
     *
     * @param model the model's name on the server
     * @param dimension how many entries the server should give, or null for all
     * @param overrides prompts and trained prefixes that the user sets; the rest does not apply
     * @param progress cancels
     * @return an encoder, to be closed by the caller
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if the server does not answer, or not with an embedding
     */
    public Encoder encoder(String model, @Nullable Integer dimension, ModelOverrides overrides, Progress progress) {
        ServerClient client = new ServerClient(api, key, ServerClient.connections());
        try {
            return ServerEncoder.open(client, patience, model, dimension, overrides, progress);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }
}
