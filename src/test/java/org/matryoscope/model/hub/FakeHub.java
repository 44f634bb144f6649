package org.matryoscope.model.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A hub with one model on the loopback: its interface on one port, its large files on another, to which it redirects. Faults are
 * set by path, one after the other.
 */
public final class FakeHub implements AutoCloseable {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final ModelId MODEL = ModelId.of("maker/cats");

    /** What a request met. */
    public record Seen(String host, String path, Optional<String> range, Optional<String> authorization) {}

    /** What goes wrong with a request. */
    public sealed interface Fault {
        /** An answer without content. */
        record Status(int code, String header, String value) implements Fault {}

        /** The connection breaks after so many bytes. */
        record Break(int after) implements Fault {}

        /** The server sends nothing until it is closed. */
        record Silence() implements Fault {}

        /** The whole file comes though only its rest was asked for. */
        record NoRange() implements Fault {}
    }

    private final HttpServer hub = server();
    private final HttpServer store = server();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, CopyOnWriteArrayList<Fault>> faults = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private String card = "{\"license\": \"mit\"}";
    private String gated = "false";
    private String spoiled = "";

    public FakeHub() {
        hub.createContext("/api/models/maker/cats/revision/main", exchange -> answer(exchange, this::description));
        hub.createContext("/maker/cats/resolve/" + COMMIT + "/", exchange -> answer(exchange, this::resolve));
        hub.createContext("/", exchange -> answer(exchange, each -> status(each, 401, "X-Error-Code", "RepoNotFound")));
        store.createContext("/",
                exchange -> answer(exchange, each -> content(each, each.getRequestURI().getPath().substring(1))));
        List.of(hub, store).forEach(server -> {
            server.setExecutor(threads);
            server.start();
        });
    }

    public FakeHub file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    FakeHub file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    FakeHub card(String json) {
        card = json;
        return this;
    }

    FakeHub gated(String json) {
        gated = json;
        return this;
    }

    /** Makes the content of a file another one of the same size than the hub says. */
    FakeHub spoil(String path) {
        spoiled = path;
        return this;
    }

    /** Lets requests for a path fail, one after the other; "" stands for the description. */
    public FakeHub fault(String path, Fault... each) {
        faults.computeIfAbsent(path, ignored -> new CopyOnWriteArrayList<>()).addAll(List.of(each));
        return this;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    byte[] content(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException(path);
        }
        return content;
    }

    URI address() {
        return address(hub);
    }

    public HubSettings settings(Path cache, String token) {
        return new HubSettings(address(), Optional.of(token).filter(each -> !each.isEmpty()), ProxySelector.of(null),
                false, cache);
    }

    private static URI address(HttpServer server) {
        return URI.create(
                "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort());
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        seen.add(new Seen(exchange.getHttpContext().getServer().equals(hub) ? "hub" : "store",
                exchange.getRequestURI().toString(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
        try (exchange) {
            answer.to(exchange);
        }
    }

    private Optional<Fault> nextFault(String path) {
        List<Fault> waiting = faults.getOrDefault(path, new CopyOnWriteArrayList<>());
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.removeFirst());
    }

    private void description(HttpExchange exchange) throws IOException {
        if (nextFault("").orElse(null) instanceof Fault.Status status) {
            status(exchange, status.code(), status.header(), status.value());
            return;
        }
        String siblings = files.entrySet().stream().map(file -> {
            boolean large = isLarge(file.getKey());
            String name = "{\"rfilename\": \"" + file.getKey() + "\", \"size\": " + file.getValue().length;
            return name + (large
                    ? ", \"blobId\": \"pointer\", \"lfs\": {\"sha256\": \"" + hash("SHA-256", "", file.getValue())
                            + "\"}}"
                    : ", \"blobId\": \"" + hash("SHA-1", "blob " + file.getValue().length + "\0", file.getValue())
                            + "\"}");
        }).collect(Collectors.joining(", "));
        byte[] json = ("{\"sha\": \"" + COMMIT + "\", \"cardData\": " + card + ", \"gated\": " + gated
                + ", \"tags\": [], \"siblings\": [" + siblings + "]}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }

    private static boolean isLarge(String path) {
        return path.contains(".onnx") || path.endsWith(".safetensors");
    }

    private void resolve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(exchange.getHttpContext().getPath().length());
        if (isLarge(path)) {
            status(exchange, 302, "Location", address(store) + "/" + path);
        } else {
            content(exchange, path);
        }
    }

    private void content(HttpExchange exchange, String path) throws IOException {
        Optional<Fault> fault = nextFault(path);
        if (fault.orElse(null) instanceof Fault.Status status) {
            status(exchange, status.code(), status.header(), status.value());
            return;
        }
        if (fault.orElse(null) instanceof Fault.Silence) {
            quiet();
            return;
        }
        byte[] whole = content(path);
        byte[] sent = path.equals(spoiled) ? new byte[whole.length] : whole;
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null || fault.orElse(null) instanceof Fault.NoRange
                ? 0
                : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (sent.length - 1) + "/" + sent.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, sent.length - from == 0 ? -1 : sent.length - from);
        int most = fault.orElse(null) instanceof Fault.Break end
                ? Math.min(sent.length, from + end.after())
                : sent.length;
        OutputStream out = exchange.getResponseBody();
        out.write(Arrays.copyOfRange(sent, from, most));
        out.flush();
    }

    private void quiet() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void status(HttpExchange exchange, int code, String header, String value) throws IOException {
        exchange.getResponseHeaders().add(header, value);
        exchange.sendResponseHeaders(code, -1);
    }

    private static String hash(String algorithm, String before, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        hub.stop(0);
        store.stop(0);
    }
}
