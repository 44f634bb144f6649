package org.matryoscope.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.server.EmbeddingServer;

/** Which model to study. */
final class ModelOption {
    @Option(names = "--model", paramLabel = "DIR", description = "A model folder. Default: the built-in model.")
    private @Nullable Path model;

    @Option(names = "--server", paramLabel = "ADDRESS", description = "A server of embeddings in place of a model folder: Ollama's, such as localhost:11434, or any with OpenAI's interface; needs "
            + "--server-model. EMBEDDING_SERVER_KEY is its key, where it wants one.")
    private @Nullable String server;

    @Option(names = "--server-model", paramLabel = "NAME", description = "The model's name on that server.")
    private @Nullable String serverModel;

    /** Says whether one is named. */
    boolean isGiven() {
        return model != null || server != null;
    }

    /** Says whether it is a server's. */
    boolean isServer() {
        return server != null;
    }

    Path folder() {
        return model != null
                ? model
                : BuiltInModels.folders()
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new Problem(Installation.home().resolve("models").toString(),
                                "no built-in model is there", "Name a model folder with --model."));
    }

    Encoder load(Messages messages) {
        return server == null ? load(folder(), messages) : onServer(server, messages);
    }

    private Encoder onServer(String address, Messages messages) {
        Progress asking = messages.progress("Asking the server");
        EmbeddingServer asked = EmbeddingServer.of(address);
        if (serverModel == null) {
            throw new Problem("--server-model", "no model of the server is named",
                    "Choose one of " + String.join(", ", asked.models(asking)) + ".");
        }
        return asked.encoder(serverModel, null, ModelOverrides.NONE, asking);
    }

    /** Loads a model as its folder describes it. */
    static Encoder load(Path folder, Messages messages) {
        return Encoders.load(folder, ModelOverrides.NONE, Runtime.getRuntime().availableProcessors(),
                messages.progress("Loading the model"));
    }
}
