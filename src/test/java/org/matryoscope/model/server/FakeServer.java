package org.matryoscope.model.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of embeddings on the loopback, with both interfaces. A text's vector is its length, its first letter, and 1. */
public final class FakeServer implements AutoCloseable {
    /** Letters of the longest text that the model takes. */
    static final int LONGEST = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Deque<Answer> next = new ArrayDeque<>();
    private Optional<String> key = Optional.empty();
    private boolean base64;

    /** An answer that comes in place of the right one. */
    record Answer(int status, String body, String retryAfter) {}

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/embed", exchange -> embed(exchange, true));
        server.createContext("/v1/embeddings", exchange -> embed(exchange, false));
        server.createContext("/api/tags",
                exchange -> send(exchange, 200, "{\"models\": [{\"name\": \"a:latest\"}, {\"name\": \"b\"}]}"));
        server.createContext("/v1/models", exchange -> send(exchange, 200, "{\"data\": [{\"id\": \"c\"}]}"));
        server.setExecutor(threads);
        server.start();
    }

    public String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** Answers something else, once. */
    synchronized FakeServer then(int status, String body) {
        next.add(new Answer(status, body, "0"));
        return this;
    }

    /** Sends nothing for the next request. */
    synchronized FakeServer thenSilence() {
        next.add(new Answer(0, "", ""));
        return this;
    }

    FakeServer wanting(String wanted) {
        key = Optional.of(wanted);
        return this;
    }

    /** Answers with vectors in base64. */
    FakeServer inBase64() {
        base64 = true;
        return this;
    }

    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    private synchronized Optional<Answer> other() {
        return Optional.ofNullable(next.poll());
    }

    private void embed(HttpExchange exchange, boolean ollama) throws IOException {
        JsonNode request = new JsonMapper().readTree(exchange.getRequestBody().readAllBytes());
        requests.add(request);
        Optional<Answer> other = other();
        if (other.isPresent()) {
            if (other.get().status() == 0) {
                quiet();
                return;
            }
            exchange.getResponseHeaders().add("Retry-After", other.get().retryAfter());
            send(exchange, other.get().status(), other.get().body());
        } else if (key.isPresent()
                && !("Bearer " + key.get()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\": {\"message\": \"no such key\"}}");
        } else if (!request.path("model").asString("").equals("m")) {
            send(exchange, 404, "{\"error\": \"model 'x' not found\"}");
        } else {
            answer(exchange, request, ollama);
        }
    }

    private void answer(HttpExchange exchange, JsonNode request, boolean ollama) throws IOException {
        List<String> texts = request.path("input").valueStream().map(JsonNode::asString).toList();
        boolean cuts = request.path("truncate").asBoolean(false);
        if (!cuts && texts.stream().anyMatch(text -> text.length() > LONGEST)) {
            send(exchange, 400, "{\"error\": \"the input length exceeds the context length\"}");
            return;
        }
        int dimension = request.path("dimensions").intValue(3);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String vector = vector(texts.get(i).substring(0, Math.min(LONGEST, texts.get(i).length())), dimension);
            entries.add(ollama ? vector : "{\"index\": " + i + ", \"embedding\": " + vector + "}");
        }
        if (!ollama) {
            // The interface promises no order.
            Collections.reverse(entries);
        }
        send(exchange, 200, "{\"" + (ollama ? "embeddings" : "data") + "\": [" + String.join(", ", entries) + "]}");
    }

    private String vector(String text, int dimension) {
        float[] vector = {text.length(), text.charAt(0), 1};
        if (base64) {
            ByteBuffer bytes = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector, 0, dimension);
            return "\"" + Base64.getEncoder().encodeToString(bytes.array()) + "\"";
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            numbers.add(String.format(Locale.ROOT, "%.1f", vector[i]));
        }
        return numbers.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void quiet() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
