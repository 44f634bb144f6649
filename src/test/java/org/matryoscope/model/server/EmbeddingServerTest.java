package org.matryoscope.model.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Role;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.http.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Models on servers are encoders like any other, against a server with Ollama's and OpenAI's interfaces. */
class EmbeddingServerTest {
    private static final Patience QUICK = new Patience(3, Duration.ofMillis(1), Duration.ofSeconds(1),
            Duration.ofMillis(400));
    private static final String OLLAMA = "/api/embed";
    private static final String OPENAI = "/v1/embeddings";

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLLAMA, OPENAI, "/v1", "", "/v1/"})
    void everyTextGetsItsVectorInBatches(String path) {
        List<String> texts = IntStream.range(0, 70).mapToObj(i -> "abc".substring(i % 3) + "x".repeat(i)).toList();
        try (Encoder encoder = open(path)) {
            Encoding encoding = encoder.encode(texts, Role.DOCUMENT, Progress.NONE);

            for (int i = 0; i < texts.size(); i++) {
                assertThat(encoding.vectors()[i]).containsExactly(texts.get(i).length(), texts.get(i).charAt(0), 1);
            }
            assertThat(encoding.cut()).isEmpty();
            assertThat(server.requests()).hasSize(1 + 3);
        }
    }

    @Test
    void vectorsInBase64AreRead() {
        server.inBase64();
        try (Encoder encoder = open(OPENAI)) {
            assertThat(encoder.encode(List.of("abc"), Role.QUERY, Progress.NONE).vectors()[0]).containsExactly(3, 'a',
                    1);
        }
    }

    @Test
    void anEmptyTextIsEncodedToo() {
        try (Encoder encoder = open(OLLAMA)) {
            assertThat(encoder.encode(List.of("", "a"), Role.QUERY, Progress.NONE).vectors()).hasDimensions(2, 3);
            assertThat(encoder.encode(List.of(), Role.QUERY, Progress.NONE).vectors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OLLAMA, OPENAI})
    void theServerIsAskedForFewerDimensions(String path) {
        try (Encoder encoder = open(path, "m", 2)) {
            assertThat(encoder.profile().dimension()).isEqualTo(2);
            assertThat(encoder.encode(List.of("abc"), Role.QUERY, Progress.NONE).vectors()[0]).containsExactly(3, 'a');
        }
    }

    @Test
    void ollamaCutsTextsThatAreTooLongAndThatIsSaid() {
        try (Encoder encoder = open(OLLAMA)) {
            Encoding encoding = encoder.encode(List.of("a", "b".repeat(101), "c", "d".repeat(100), "e".repeat(500)),
                    Role.DOCUMENT, Progress.NONE);

            assertThat(encoding.cut()).containsExactly(1, 4);
            assertThat(encoding.vectors()[1]).containsExactly(100, 'b', 1);
            assertThat(encoding.vectors()[3]).containsExactly(100, 'd', 1);
        }
    }

    @Test
    void aTextThatIsTooLongForAnotherServerIsSaid() {
        try (Encoder encoder = open(OPENAI)) {
            Problem problem = catchThrowableOfType(Problem.class,
                    () -> encoder.encode(List.of("a", "b".repeat(101)), Role.DOCUMENT, Progress.NONE));

            assertThat(problem.what()).contains("longer than the model takes", "exceeds the context length");
        }
    }

    @Test
    void theProfileSaysWhereTheModelIs() {
        try (Encoder encoder = open(OLLAMA)) {
            ModelProfile profile = encoder.profile();

            assertThat(profile.name()).isEqualTo("m");
            assertThat(profile.place()).isEqualTo(server.address() + OLLAMA);
            assertThat(profile.variant().value().kind()).isEqualTo("Ollama");
            assertThat(profile.warnings()).containsExactly("Texts are sent to " + server.address() + ".");
        }
        try (Encoder encoder = open(OPENAI)) {
            assertThat(encoder.profile().warnings()).anyMatch(warning -> warning.contains("which texts it cuts"));
        }
    }

    @Test
    void promptsGoBeforeTheTexts() {
        ModelOverrides prompts = new ModelOverrides(List.of(1, 3), null, "q: ", "d: ", null, null);
        try (Encoder encoder = server(OLLAMA, "").encoder("m", null, prompts, Progress.NONE)) {
            encoder.encode(List.of("a"), Role.QUERY, Progress.NONE);
            encoder.encode(List.of("a"), Role.DOCUMENT, Progress.NONE);

            assertThat(server.requests()).extracting(request -> request.path("input").path(0).asString())
                    .endsWith("q: a", "d: a");
            assertThat(encoder.profile().trainedPrefixes()).isEqualTo(new Sourced<>(List.of(1, 3), "you"));
        }
    }

    @Test
    void theCachesKeyFollowsWhatChangesTheVectors() {
        String plain = fingerprint(OLLAMA, null, ModelOverrides.NONE);

        assertThat(fingerprint(OLLAMA, null, ModelOverrides.NONE)).isEqualTo(plain).matches("[0-9a-f]{64}");
        assertThat(fingerprint(OPENAI, null, ModelOverrides.NONE)).isNotEqualTo(plain);
        assertThat(fingerprint(OLLAMA, 2, ModelOverrides.NONE)).isNotEqualTo(plain);
        assertThat(fingerprint(OLLAMA, null, new ModelOverrides(null, null, "q", null, null, null)))
                .isNotEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"nomic-embed-text:latest, search_query: ", "mxbai-embed-large, Represent this sentence"})
    void promptsOfWellKnownModelsAreKnownByTheServersNamesToo(String name, String query) {
        ModelProfile profile = ModelProfile.ofServer(name, "Ollama", URI.create("http://localhost:11434/api/embed"),
                768, true, ModelOverrides.NONE);

        assertThat(profile.prompts().value().query()).startsWith(query.strip());
        assertThat(profile.trainedPrefixes().value()).startsWith(64).endsWith(768);
    }

    @Test
    void unknownModelsHaveNoPrompts() {
        try (Encoder encoder = open(OLLAMA)) {
            assertThat(encoder.profile().prompts()).isEqualTo(new Sourced<>(new Prompts("", ""), "default"));
        }
    }

    @Test
    void modelsAreListed() {
        assertThat(server(OLLAMA, "").models(Progress.NONE)).containsExactly("a:latest", "b");
        assertThat(server(OPENAI, "").models(Progress.NONE)).containsExactly("c");
    }

    @Test
    void theKeyIsSentAndAWrongOneSaid() {
        server.wanting("right");
        try (Encoder encoder = server(OPENAI, "right").encoder("m", null, ModelOverrides.NONE, Progress.NONE)) {
            assertThat(encoder.profile().dimension()).isEqualTo(3);
        }

        Problem problem = problemOf(
                () -> server(OPENAI, "wrong").encoder("m", null, ModelOverrides.NONE, Progress.NONE));
        assertThat(problem.what()).contains("wants another key", "no such key");
        assertThat(problem.remedy()).as("where the key is read from").contains(EmbeddingServer.KEY);
    }

    @Test
    void aBusyServerIsAskedAgain() {
        try (Encoder encoder = open(OLLAMA)) {
            server.then(503, "").then(429, "");

            assertThat(encoder.encode(List.of("abc"), Role.QUERY, Progress.NONE).vectors()).hasDimensions(1, 3);
        }
    }

    @Test
    void aServerThatFallsSilentIsAskedAgainAndThenGivenUp() {
        try (Encoder encoder = open(OLLAMA)) {
            server.thenSilence();
            assertThat(encoder.encode(List.of("abc"), Role.QUERY, Progress.NONE).vectors()).hasDimensions(1, 3);

            server.thenSilence().thenSilence().thenSilence();
            Problem problem = problemOf(() -> encoder.encode(List.of("abc"), Role.QUERY, Progress.NONE));
            assertThat(problem.what()).contains("did not answer in time");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"500 | {\"error\": \"out of memory\"} | status 500: out of memory",
            "400 | {\"detail\": \"bad input\"} | status 400: bad input",
            "400 | {\"object\": \"error\", \"message\": \"no\"} | no",
            "429 | {\"error\": {\"message\": \"quota exceeded\"}} | too many requests: quota exceeded",
            "502 | <html>gateway</html> | gateway", "200 | <html></html> | not JSON", "200 | {} | gave 0 vectors",
            "200 | {\"embeddings\": [[1, \"x\"]]} | neither a list of finite numbers",
            "200 | {\"embeddings\": [[]]} | neither a list of finite numbers",
            "200 | {\"embeddings\": [\"###\"]} | neither a list of finite numbers",
            "200 | {\"embeddings\": [[1, 2]]} | 2 numbers for one text and 3 for another"})
    void theServersErrorsAreSaid(int status, String body, String what) {
        try (Encoder encoder = open(OLLAMA)) {
            server.then(status, body).then(status, body).then(status, body);

            Problem problem = problemOf(() -> encoder.encode(List.of("abc"), Role.QUERY, Progress.NONE));

            assertThat(problem.what()).contains(what);
            assertThat(problem.where()).contains(server.address());
        }
    }

    @Test
    void aModelThatTheServerLacksNamesTheWayToIt() {
        Problem problem = problemOf(() -> open(OLLAMA, "x", null));

        assertThat(problem.what()).contains("model 'x' not found");
        assertThat(problem.remedy()).contains("ollama pull x");
    }

    @Test
    void anAddressWhereNobodyAnswersIsSaid() {
        Problem problem = problemOf(
                () -> new EmbeddingServer("127.0.0.1:9", Optional.empty(), QUICK).models(Progress.NONE));

        assertThat(problem.what()).contains("nothing answers");
        assertThat(problem.where()).contains("http://127.0.0.1:9/v1/models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://host/v1", "http://", "http://a b", "http://host/v1?key=1"})
    void whatIsNoAddressIsRefused(String address) {
        assertThat(problemOf(() -> new EmbeddingServer(address, Optional.empty())).what())
                .contains("not the address of a server");
    }

    @Test
    void progressIsToldAndAReportThatThrowsEndsTheWork() {
        List<String> texts = IntStream.range(0, 70).mapToObj(i -> "x").toList();
        try (Encoder encoder = open(OLLAMA)) {
            List<Long> reports = new ArrayList<>();
            encoder.encode(texts, Role.DOCUMENT, (done, total) -> reports.add(done));
            assertThat(reports).contains(0L, 32L, 64L, 70L).isSorted();

            int before = server.requests().size();
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> encoder.encode(texts, Role.DOCUMENT, (done, total) -> {
                        if (done == 32) {
                            throw new CancellationException();
                        }
                    }));
            assertThat(server.requests()).hasSize(before + 1);
        }
    }

    @Test
    void aClosedEncoderSaysSo() {
        Encoder encoder = open(OLLAMA);
        encoder.close();
        encoder.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> encoder.encode(List.of("a"), Role.QUERY, Progress.NONE));
    }

    private EmbeddingServer server(String path, String key) {
        return new EmbeddingServer(server.address() + path, Optional.of(key).filter(each -> !each.isEmpty()), QUICK);
    }

    private Encoder open(String path) {
        return open(path, "m", null);
    }

    private Encoder open(String path, String model, @Nullable Integer dimension) {
        return server(path, "").encoder(model, dimension, ModelOverrides.NONE, Progress.NONE);
    }

    private String fingerprint(String path, @Nullable Integer dimension, ModelOverrides overrides) {
        try (Encoder encoder = server(path, "").encoder("m", dimension, overrides, Progress.NONE)) {
            return encoder.profile().fingerprint();
        }
    }

    private static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
