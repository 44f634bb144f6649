package org.matryoscope.model.hub;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.matryoscope.base.ByteSize;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.http.Calls;
import org.matryoscope.model.http.Patience;

/**
 * Gets models by name from a hub. Asking for a plan tells the hub the model's name and fetches no file; only {@link #fetch}
 * fetches. Nothing else in the app asks a hub.
 */
public final class ModelHub implements AutoCloseable {
    private final HubSettings settings;
    private final Patience patience;
    private final HttpClient client;

    /**
     * Opens no connection yet.
     *
     * @param settings which hub, as whom, and where to
     */
    public ModelHub(HubSettings settings) {
        this(settings, Patience.USUAL);
    }

    ModelHub(HubSettings settings, Patience patience) {
        this.settings = settings;
        this.patience = patience;
        this.client = HubClient.client(settings);
    }

    /**
     * Says what getting a model would fetch.
     *
     * @param id the model
     * @param variant path of the model file wanted ("onnx/model_quantized.onnx"), or null for the preferred one
     * @param progress cancels
     * @return licence, files and sizes
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if the hub cannot be reached, has no such model or refuses it, or the model has no file that the app can run
     */
    public HubPlan plan(ModelId id, @Nullable String variant, Progress progress) {
        if (settings.offline()) {
            throw new Problem("HF_HUB_OFFLINE", "it forbids to ask the hub", "Clear it to get a model by name.");
        }
        Calls calls = new Calls(client, patience, progress, () -> progress.report(0, 0));
        JsonNode model = new HubClient(settings, calls).model(id);
        String commit = model.path("sha").stringValue("");
        if (!commit.matches("[0-9a-f]{40}")) {
            throw new Problem(settings.endpoint().toString(),
                    "it does not answer as a hub of models does: no commit is named",
                    "Check HF_ENDPOINT and the proxy.");
        }
        Path folder = settings.cache().resolve(id.folder()).resolve("snapshots").resolve(commit);
        FileSelection selection = FileSelection.of(id, files(model, folder), isStatic(model), variant);
        long present = selection.files()
                .stream()
                .mapToLong(file -> FileFetch.present(folder.resolve(file.path()), file))
                .sum();
        return new HubPlan(id, commit, licence(model), !model.path("gated").asString("false").equals("false"),
                selection.variants(), selection.chosen(), selection.files(), folder, present);
    }

    /**
     * Fetches what a plan names and is not there yet. What was fetched stays when it is cancelled or fails; the next call goes on
     * with it. Each file's hash is checked.
     *
     * @param plan what {@link #plan} returned and the user agreed to
     * @param progress told in bytes; cancels
     * @return the model's folder
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws Problem if a file cannot be fetched or written, or is not what the hub says
     */
    public Path fetch(HubPlan plan, Progress progress) {
        Fetching fetching = new Fetching(plan, progress);
        Calls calls = new Calls(client, patience, progress, fetching::report);
        HubClient hub = new HubClient(settings, calls);
        try {
            Files.createDirectories(plan.folder());
            checkSpace(plan);
            for (HubFile file : plan.files()) {
                fetching.report();
                new FileFetch(hub, calls, plan.id(), plan.commit(), file, plan.folder().resolve(file.path()),
                        fetching::report).run();
            }
            if (plan.id().revision().equals(ModelId.MAIN)) {
                Path main = settings.cache().resolve(plan.id().folder()).resolve("refs").resolve(ModelId.MAIN);
                Files.createDirectories(main.getParent());
                Files.writeString(main, plan.commit());
            }
        } catch (IOException e) {
            throw new Problem(plan.folder().toString(), "the folder cannot be written", "Check its permissions.", e);
        }
        fetching.report();
        return plan.folder();
    }

    private record Fetching(HubPlan plan, Progress progress) {
        void report() {
            long there = plan.files()
                    .stream()
                    .mapToLong(file -> FileFetch.present(plan.folder().resolve(file.path()), file))
                    .sum();
            progress.report(there, plan.bytes());
        }
    }

    private static void checkSpace(HubPlan plan) throws IOException {
        long free = plan.folder().toFile().getUsableSpace();
        if (free < plan.missing()) {
            throw new Problem(
                    plan.folder().toString(), "the disk has " + ByteSize.words(free) + " left, and "
                            + ByteSize.words(plan.missing()) + " would be fetched",
                    "Make room, or choose a smaller file of the model.");
        }
    }

    private List<HubFile> files(JsonNode model, Path folder) {
        List<HubFile> files = new ArrayList<>();
        for (JsonNode entry : model.path("siblings")) {
            String path = entry.path("rfilename").stringValue("");
            String sha256 = entry.path("lfs").path("sha256").stringValue("");
            String blob = entry.path("blobId").stringValue("");
            ContentHash hash = sha256.isEmpty()
                    ? new ContentHash(ContentHash.Kind.GIT_BLOB, blob)
                    : new ContentHash(ContentHash.Kind.SHA256, sha256);
            long bytes = entry.path("size").longValue(-1);
            Path to = folder.resolve(path).normalize();
            // A name that leaves the folder is a fraud; a file without size and hash cannot be checked.
            if (to.startsWith(folder) && !to.equals(folder) && bytes >= 0 && !hash.hex().isEmpty()) {
                files.add(new HubFile(path, bytes, hash));
            }
        }
        return files;
    }

    private static boolean isStatic(JsonNode model) {
        return model.path("tags")
                .valueStream()
                .map(tag -> tag.asString(""))
                .anyMatch(tag -> tag.equals("model2vec") || tag.equals("static-embeddings"))
                || model.path("siblings")
                        .valueStream()
                        .anyMatch(file -> file.path("rfilename").stringValue("").startsWith("0_StaticEmbedding/"));
    }

    private static String licence(JsonNode model) {
        JsonNode card = model.path("cardData");
        return Optional.of(card.path("license_name").stringValue(""))
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.of(licences(card.path("license"))).filter(name -> !name.isEmpty()))
                .orElse("not stated");
    }

    private static String licences(JsonNode licence) {
        return licence.isArray()
                ? String.join(", ", licence.valueStream().map(JsonNode::asString).toList())
                : licence.stringValue("");
    }

    /** Ends the client's threads. */
    @Override
    public void close() {
        client.close();
    }
}
