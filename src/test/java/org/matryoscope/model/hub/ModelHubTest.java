package org.matryoscope.model.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Role;
import org.matryoscope.model.Variant;
import org.matryoscope.model.http.Patience;
import org.matryoscope.model.hub.FakeHub.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Models are planned first, then fetched from a hub that behaves as the real one does at its worst. */
class ModelHubTest {
    private static final Patience QUICK = new Patience(3, Duration.ofMillis(1), Duration.ofSeconds(2),
            Duration.ofMillis(400));
    private static final String MODEL_FILE = "onnx/model.onnx";
    private static final byte[] LARGE = new byte[300_000];

    @TempDir
    private Path cache;
    private FakeHub server;

    @BeforeEach
    void start() {
        new Random(5).nextBytes(LARGE);
        server = new FakeHub().file("README.md", "---\nlicense: mit\n---\n")
                .file("config.json", "{}")
                .file("tokenizer.json", CacheTree.fixture("tokenizer.json"))
                .file("modules.json", CacheTree.MODULES)
                .file("1_Pooling/config.json", CacheTree.POOLING)
                .file(MODEL_FILE, CacheTree.fixture("onnx/external.onnx"))
                .file("onnx/model.onnx_data", new byte[10])
                .file("onnx/external.onnx_data", CacheTree.fixture("onnx/external.onnx_data"))
                .file("onnx/model_quantized.onnx", CacheTree.fixture("onnx/tokens.onnx"))
                .file("model.safetensors", LARGE)
                .file("pytorch_model.bin", LARGE)
                .file("flax_model.msgpack", LARGE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPlanNamesLicenceSizeAndTheLeastSetOfFilesAndFetchesNone() {
        HubPlan plan = plan(null);

        assertThat(plan.licence()).isEqualTo("mit");
        assertThat(plan.gated()).isFalse();
        assertThat(plan.commit()).isEqualTo(FakeHub.COMMIT);
        assertThat(plan.chosen().file()).isEqualTo(MODEL_FILE);
        assertThat(plan.variants()).extracting(Variant::file, Variant::kind)
                .containsExactly(tuple(MODEL_FILE, "float32"), tuple("onnx/model_quantized.onnx", "int8"));
        assertThat(plan.files()).extracting(HubFile::path)
                .containsExactlyInAnyOrder("README.md", "config.json", "tokenizer.json", "modules.json",
                        "1_Pooling/config.json", MODEL_FILE, "onnx/model.onnx_data");
        assertThat(plan.bytes()).isEqualTo(plan.missing())
                .isEqualTo(plan.files().stream().mapToLong(file -> server.content(file.path()).length).sum());
        assertThat(cache).isEmptyDirectory();
        assertThat(server.seen()).singleElement()
                .satisfies(
                        seen -> assertThat(seen.path()).isEqualTo("/api/models/maker/cats/revision/main?blobs=true"));
    }

    @Test
    void whatIsFetchedOpensAndStandsAmongTheCachedModels() {
        Path folder = fetch(plan("onnx/model_quantized.onnx"));

        try (Encoder encoder = Encoders.load(folder, ModelOverrides.NONE, 1, Progress.NONE)) {
            assertThat(encoder.profile().name()).isEqualTo("maker/cats");
            assertThat(encoder.encode(List.of("the cat"), Role.QUERY, Progress.NONE).vectors()).hasDimensions(1, 4);
        }
        assertThat(plan("onnx/model_quantized.onnx").missing()).isZero();
        assertThat(ModelCaches.list(new CacheTree(cache).roots("HF_HUB_CACHE", cache.toString())).models())
                .singleElement()
                .satisfies(found -> assertThat(found.folder().path()).isEqualTo(folder));
    }

    @Test
    void nothingIsFetchedTwice() {
        HubPlan plan = plan(null);
        fetch(plan);
        int requests = server.seen().size();

        fetch(plan);

        assertThat(server.seen()).hasSize(requests);
    }

    @Test
    void theTokenGoesToTheHubAndToNoOtherHost() {
        try (ModelHub hub = new ModelHub(server.settings(cache, "secret"), QUICK)) {
            hub.fetch(hub.plan(FakeHub.MODEL, null, Progress.NONE), Progress.NONE);
        }

        assertThat(server.seen()).filteredOn(seen -> seen.host().equals("hub"))
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.authorization()).contains("Bearer secret"));
        assertThat(server.seen()).filteredOn(seen -> seen.host().equals("store"))
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.authorization()).isEmpty());
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws IOException {
        server.file(MODEL_FILE, LARGE)
                .fault(MODEL_FILE, new Fault.Break(100_000), new Fault.Break(0), new Fault.Break(100_000));

        Path folder = fetch(plan(null));

        assertThat(folder.resolve(MODEL_FILE)).hasBinaryContent(LARGE);
        List<Long> starts = server.seen()
                .stream()
                .filter(seen -> seen.path().equals("/" + MODEL_FILE))
                .map(seen -> seen.range().map(range -> Long.valueOf(range.replaceAll("\\D", ""))).orElse(0L))
                .toList();
        assertThat(starts).hasSize(4).isSorted().startsWith(0L).last().isNotEqualTo(0L);
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainIsGivenUpAndContinuedLater() {
        server.file(MODEL_FILE, LARGE)
                .fault(MODEL_FILE, new Fault.Break(100_000), new Fault.Break(0), new Fault.Break(0),
                        new Fault.Break(0));
        HubPlan plan = plan(null);

        assertThat(problemOf(plan).what()).contains("broke off");
        assertThat(plan(null).present()).isPositive();
        assertThat(fetch(plan).resolve(MODEL_FILE)).hasBinaryContent(LARGE);
    }

    @Test
    void aConnectionThatFallsSilentIsTakenUpAgain() {
        server.fault(MODEL_FILE, new Fault.Silence());

        assertThat(fetch(plan(null)).resolve(MODEL_FILE)).hasBinaryContent(server.content(MODEL_FILE));
    }

    @Test
    void aServerThatKnowsNoRangesSendsTheWholeFile() {
        server.file(MODEL_FILE, LARGE).fault(MODEL_FILE, new Fault.Break(1000), new Fault.NoRange());

        assertThat(fetch(plan(null)).resolve(MODEL_FILE)).hasBinaryContent(LARGE);
    }

    @Test
    void aPartThatDoesNotBelongToTheFileIsThrownAway() throws IOException {
        server.file(MODEL_FILE, LARGE);
        HubPlan plan = plan(null);
        Path part = plan.folder().resolve(MODEL_FILE + ".incomplete");
        CacheTree.write(part, new byte[1000]);

        assertThat(fetch(plan).resolve(MODEL_FILE)).hasBinaryContent(LARGE);
        assertThat(part).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {MODEL_FILE, "config.json"})
    void contentOfAnotherHashIsRefused(String file) {
        server.spoil(file);
        HubPlan plan = plan(null);

        Problem problem = problemOf(plan);

        assertThat(problem.where()).contains(file, "maker/cats");
        assertThat(problem.what()).contains("not what the hub says");
        assertThat(plan.folder().resolve(file)).doesNotExist();
        assertThat(plan.folder().resolve(file + ".incomplete")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"401, RepoNotFound, no such model", "401, GatedRepo, wants terms accepted",
            "403, '', wants terms accepted", "404, RevisionNotFound, no revision main", "404, '', no such model",
            "407, '', the proxy wants", "410, '', status 410"})
    void aRefusalIsSaidInWords(int status, String code, String what) {
        server.fault("", new Fault.Status(status, "X-Error-Code", code));

        Problem problem = catchThrowableOfType(Problem.class, () -> plan(null));

        assertThat(problem.what()).contains(what);
        assertThat(problem.where()).contains("maker/cats");
    }

    @Test
    void aTokenThatIsNotAcceptedIsSaid() {
        server.fault("", new Fault.Status(401, "X-Other", ""));
        try (ModelHub hub = new ModelHub(server.settings(cache, "wrong"), QUICK)) {
            Problem problem = catchThrowableOfType(Problem.class, () -> hub.plan(FakeHub.MODEL, null, Progress.NONE));

            assertThat(problem.what()).contains("HF_TOKEN");
        }
    }

    @Test
    void aFileThatIsGatedIsSaid() {
        server.gated("\"manual\"").fault("config.json", new Fault.Status(403, "X-Error-Code", "GatedRepo"));
        HubPlan plan = plan(null);

        assertThat(plan.gated()).isTrue();
        assertThat(problemOf(plan).remedy()).contains(server.address() + "/maker/cats", "HF_TOKEN");
    }

    @Test
    void tooManyRequestsAreWaitedForAsLongAsTheServerAsks() {
        Fault wait = new Fault.Status(429, "Retry-After", "1");
        server.fault("", wait).fault(MODEL_FILE, wait, new Fault.Status(503, "X-Other", ""));
        long start = System.nanoTime();

        fetch(plan(null));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void aServerThatAsksToWaitForLongIsNotWaitedFor() {
        server.fault("", new Fault.Status(429, "Retry-After", "300"));

        Problem problem = catchThrowableOfType(Problem.class, () -> plan(null));

        assertThat(problem.what()).contains("too many requests", "asks to wait 300 s");
    }

    @Test
    void aModelWithoutAnOnnxFileNamesTheWayToOne() {
        try (FakeHub plain = new FakeHub().file("model.safetensors", LARGE).file("tokenizer.json", "{}");
                ModelHub hub = new ModelHub(plain.settings(cache, ""), QUICK)) {
            Problem problem = catchThrowableOfType(Problem.class, () -> hub.plan(FakeHub.MODEL, null, Progress.NONE));

            assertThat(problem.remedy()).contains("optimum-cli export onnx");
        }
    }

    @Test
    void aStaticModelNeedsItsTableAndItsTokenizer() {
        try (FakeHub table = new FakeHub().file("0_StaticEmbedding/model.safetensors", LARGE)
                .file("0_StaticEmbedding/tokenizer.json", "{}")
                .file("modules.json", "[]")
                .file("onnx/model.onnx", LARGE); ModelHub hub = new ModelHub(table.settings(cache, ""), QUICK)) {
            assertThat(hub.plan(FakeHub.MODEL, null, Progress.NONE).files()).extracting(HubFile::path)
                    .containsExactlyInAnyOrder("0_StaticEmbedding/model.safetensors",
                            "0_StaticEmbedding/tokenizer.json", "modules.json");
        }
    }

    @Test
    void fileNamesThatLeaveTheFolderAreLeftOut() {
        server.file("1_Pooling/../../../../../onnx/model.onnx", LARGE).file("onnx/../../x.onnx", LARGE);

        assertThat(plan(null).variants()).extracting(Variant::file).noneMatch(file -> file.contains(".."));
    }

    @Test
    void aFileThatTheModelLacksIsSaid() {
        Problem problem = catchThrowableOfType(Problem.class, () -> plan("onnx/model_q4.onnx"));

        assertThat(problem.where()).contains("onnx/model_q4.onnx");
        assertThat(problem.remedy()).contains(MODEL_FILE, "onnx/model_quantized.onnx");
    }

    @Test
    void fetchingReportsBytesAndCanBeCancelledAndContinued() {
        server.file(MODEL_FILE, LARGE);
        HubPlan plan = plan(null);
        try (ModelHub hub = new ModelHub(server.settings(cache, ""), QUICK)) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> hub.fetch(plan, (done, total) -> {
                if (done > 1000) {
                    throw new CancellationException();
                }
            }));
            List<Long> reports = new ArrayList<>();
            hub.fetch(plan, (done, total) -> {
                reports.add(done);
                assertThat(total).isEqualTo(plan.bytes());
            });

            assertThat(reports).isSorted().endsWith(plan.bytes());
            assertThat(reports.getFirst()).isPositive();
        }
    }

    @Test
    void aCallThatWaitsIsCancelledAtOnce() {
        server.fault(MODEL_FILE, new Fault.Silence());
        HubPlan plan = plan(null);
        List<Runnable> cancels = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(long done, long total) {
                if (server.seen().stream().anyMatch(seen -> seen.path().equals("/" + MODEL_FILE))) {
                    cancels.forEach(Runnable::run);
                }
            }

            @Override
            public void onCancel(Runnable action) {
                cancels.add(action);
            }
        };
        try (ModelHub hub = new ModelHub(server.settings(cache, ""), Patience.USUAL)) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> hub.fetch(plan, progress));
        }
    }

    @Test
    void aHubThatIsNotThereIsSaid() {
        HubSettings nobody = new HubSettings(URI.create("http://127.0.0.1:9"), Optional.empty(), ProxySelector.of(null),
                false, cache);
        try (ModelHub hub = new ModelHub(nobody, QUICK)) {
            Problem problem = catchThrowableOfType(Problem.class, () -> hub.plan(FakeHub.MODEL, null, Progress.NONE));

            assertThat(problem.what()).contains("cannot be reached");
            assertThat(problem.where()).contains("127.0.0.1:9");
        }
    }

    @Test
    void anAnswerThatIsNoHubsIsSaid() {
        server.card("oops");

        Problem problem = catchThrowableOfType(Problem.class, () -> plan(null));

        assertThat(problem.what()).contains("does not answer as a hub");
    }

    @Test
    void theHubIsAskedThroughTheProxy() {
        ProxySelector proxy = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP,
                        new InetSocketAddress(server.address().getHost(), server.address().getPort())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                throw new AssertionError(failure);
            }
        };
        HubSettings settings = new HubSettings(URI.create("http://hub.invalid"), Optional.empty(), proxy, false, cache);
        try (ModelHub hub = new ModelHub(settings, QUICK)) {
            assertThat(hub.plan(FakeHub.MODEL, null, Progress.NONE).commit()).isEqualTo(FakeHub.COMMIT);
        }
        assertThat(server.seen().getFirst().path()).startsWith("http://hub.invalid/api/");
    }

    @Test
    void offlineMeansOffline() {
        HubSettings offline = new HubSettings(server.address(), Optional.empty(), ProxySelector.of(null), true, cache);
        try (ModelHub hub = new ModelHub(offline, QUICK)) {
            assertThat(catchThrowableOfType(Problem.class, () -> hub.plan(FakeHub.MODEL, null, Progress.NONE)).where())
                    .isEqualTo("HF_HUB_OFFLINE");
        }
        assertThat(server.seen()).isEmpty();
    }

    private HubPlan plan(@Nullable String variant) {
        try (ModelHub hub = new ModelHub(server.settings(cache, ""), QUICK)) {
            return hub.plan(FakeHub.MODEL, variant, Progress.NONE);
        }
    }

    private Path fetch(HubPlan plan) {
        try (ModelHub hub = new ModelHub(server.settings(cache, ""), QUICK)) {
            return hub.fetch(plan, Progress.NONE);
        }
    }

    private Problem problemOf(HubPlan plan) {
        return catchThrowableOfType(Problem.class, () -> fetch(plan));
    }
}
