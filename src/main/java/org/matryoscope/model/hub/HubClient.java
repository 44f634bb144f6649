package org.matryoscope.model.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;
import org.matryoscope.model.http.Calls;

/**
 * The hub's HTTP interface, as its own library uses it: {@code /api/models/NAME/revision/REVISION} tells of a model,
 * {@code /NAME/resolve/COMMIT/PATH} leads to a file, mostly over a redirect to another host.
 */
final class HubClient {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HubSettings settings;
    private final Calls calls;

    HubClient(HubSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /** Returns a client that follows no redirects, so that the token goes to no other host. */
    static HttpClient client(HubSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .proxy(settings.proxies())
                .build();
    }

    /**
     * Returns what the hub says of a model.
     *
     * @throws Problem if it says nothing
     */
    JsonNode model(ModelId id) {
        URI address = address("/api/models/" + id.name() + "/revision/" + id.revision().replace("/", "%2F"),
                "blobs=true");
        try {
            HttpResponse<String> answer = follow(address, Optional.empty(),
                    request -> calls.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
            if (answer.statusCode() != 200) {
                throw refused(id, answer);
            }
            return MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Problem(settings.endpoint().toString(), "it does not answer as a hub of models does",
                    "Check HF_ENDPOINT and the proxy.", e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /**
     * Asks once for a file, or the rest of it.
     *
     * @param from where to begin; 0 for the whole file
     * @param body takes the content
     * @param received bytes that have come so far
     * @throws IOException if the connection fails
     */
    <T> HttpResponse<T> file(ModelId id, String commit, String path, long from, BodyHandler<T> body,
            LongSupplier received) throws IOException {
        Optional<String> range = Optional.of("bytes=" + from + "-").filter(each -> from > 0);
        return follow(address("/" + id.name() + "/resolve/" + commit + "/" + path, null), range,
                request -> calls.sendOnce(request, body, received));
    }

    /** Sends a request, once or several times. */
    private interface Sending<T> {
        HttpResponse<T> send(HttpRequest request) throws IOException;
    }

    private <T> HttpResponse<T> follow(URI first, Optional<String> range, Sending<T> sending) throws IOException {
        URI address = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "matryoscope");
            range.ifPresent(value -> request.header("Range", value));
            if (isHub(address)) {
                settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            }
            HttpResponse<T> answer = sending.send(request.build());
            Optional<String> next = answer.headers().firstValue("Location");
            if (!REDIRECTS.contains(answer.statusCode()) || next.isEmpty()) {
                return answer;
            }
            address = redirected(address, next.get());
        }
        throw new Problem(first.toString(), "it redirects more than " + MOST_REDIRECTS + " times",
                "Check HF_ENDPOINT and the proxy.");
    }

    private static URI redirected(URI from, String location) {
        try {
            URI to = from.resolve(location);
            boolean downgraded = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
            if (to.getHost() == null || downgraded) {
                throw new IllegalArgumentException(location);
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw new Problem(from.toString(), "it redirects to \"" + location + "\", which is no safe address",
                    "Check HF_ENDPOINT and the proxy.", e);
        }
    }

    private boolean isHub(URI address) {
        URI hub = settings.endpoint();
        return hub.getScheme().equals(address.getScheme()) && hub.getHost().equals(address.getHost())
                && hub.getPort() == address.getPort();
    }

    private URI address(String path, @Nullable String query) {
        URI hub = settings.endpoint();
        try {
            // Only the characters that a path may not have are escaped.
            String escaped = new URI(null, null, path.replace("%2F", "\0"), null).getRawPath().replace("%00", "%2F");
            return URI.create(hub + escaped + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new Problem(path, "the file's name cannot be written as an address", "Choose another model.", e);
        }
    }

    /** Returns the problem that an answer tells of; the hub names it in a header of its own. */
    Problem refused(ModelId id, HttpResponse<?> answer) {
        String code = answer.headers().firstValue("X-Error-Code").orElse("");
        int status = answer.statusCode();
        String where = id.name() + " at " + settings.endpoint();
        if (code.equals("GatedRepo") || status == 403) {
            return new Problem(where, "its owner wants terms accepted before it is fetched", "Accept them on "
                    + settings.endpoint() + "/" + id.name() + ", then set HF_TOKEN to a token of that account.");
        }
        if (code.equals("RevisionNotFound")) {
            return new Problem(where, "it has no revision " + id.revision(), "Leave the revision out, or correct it.");
        }
        if (status == 401 && settings.token().isPresent() && code.isEmpty()) {
            return new Problem(where, "the hub does not accept the token of HF_TOKEN",
                    "Make a new token, or clear HF_TOKEN for a public model.");
        }
        return switch (status) {
            case 401, 404 -> new Problem(where, "the hub has no such model or file, or it is private",
                    "Check the spelling; for a private model set HF_TOKEN to a token that may read it.");
            case 407 -> new Problem(where, "the proxy wants a name and a password, which this app cannot give",
                    "Name a proxy in HTTPS_PROXY that wants none, or fetch the model's folder with another tool.");
            case 429 -> new Problem(where,
                    "the hub has had too many requests from here" + answer.headers()
                            .firstValue("Retry-After")
                            .map(wait -> " and asks to wait " + wait + " s")
                            .orElse(""),
                    "Try again later; with HF_TOKEN set it allows more. What was fetched is kept.");
            default -> new Problem(where, "the hub answered with status " + status,
                    "Try again later. What was fetched is kept.");
        };
    }

    /** Returns the problem of a connection that failed. */
    Problem unreachable(IOException cause) {
        return new Problem(settings.endpoint().toString(), "the hub cannot be reached (" + reason(cause) + ")",
                "Check the connection, HF_ENDPOINT and HTTPS_PROXY. What was fetched is kept.", cause);
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
