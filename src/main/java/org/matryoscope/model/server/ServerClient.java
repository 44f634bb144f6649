package org.matryoscope.model.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;
import org.matryoscope.model.http.Calls;
import org.matryoscope.model.http.EnvironmentProxies;

/**
 * Asks a server, and says in words what went wrong.
 *
 * @param api the server's interface
 * @param key sent as a bearer token
 * @param http the connections
 */
record ServerClient(ServerApi api, Optional<String> key, HttpClient http) implements AutoCloseable {
    private static final Pattern TOO_LONG = Pattern.compile(
            "context length|context size|context window|too long|too large|too many tokens|exceed|maximum.*(?:length|tokens)");

    /** Not what tells of quotas; llama.cpp answers 500. */
    private static final Set<Integer> REFUSES_TEXT = Set.of(400, 413, 422, 500);

    /** Opens no connection yet. */
    static HttpClient connections() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .proxy(new EnvironmentProxies(System.getenv()))
                .build();
    }

    /** Thrown where a text has more tokens than the model takes. */
    static final class TooLongException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLongException(String message) {
            super(message);
        }
    }

    /** Returns the answer to a question without a body. */
    JsonNode get(URI address, Calls calls) {
        return json(address, exchange(request(address).GET().build(), calls), "");
    }

    /**
     * Returns the answer to a request for vectors.
     *
     * @throws TooLongException if the server refuses a text for its length
     * @throws Problem if it does not answer, or answers with another error
     */
    JsonNode post(JsonNode body, String model, Calls calls) throws TooLongException {
        HttpResponse<String> answer = exchange(request(api.embeddings()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build(), calls);
        String message = answer.statusCode() / 100 == 2 ? "" : ServerAnswer.message(answer.body());
        if (REFUSES_TEXT.contains(answer.statusCode()) && TOO_LONG.matcher(message.toLowerCase(Locale.ROOT)).find()) {
            throw new TooLongException(message);
        }
        return json(api.embeddings(), answer, model);
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("User-Agent", "matryoscope");
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private HttpResponse<String> exchange(HttpRequest request, Calls calls) {
        try {
            return calls.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (HttpTimeoutException e) {
            throw new Problem(request.uri().toString(), "the server did not answer in time (" + e.getMessage() + ")",
                    "Look whether it is busy or loads the model, and try again; vectors that came before are kept.", e);
        } catch (ConnectException e) {
            throw new Problem(request.uri().toString(), "nothing answers at this address",
                    "Start the server, or correct the address.", e);
        } catch (IOException e) {
            throw new Problem(request.uri().toString(), "the connection to the server failed (" + e.getMessage() + ")",
                    "Check the address, and whether the server is running.", e);
        }
    }

    private JsonNode json(URI address, HttpResponse<String> answer, String model) {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw refused(address, status, ServerAnswer.message(answer.body()), model);
        }
        @Nullable
        JsonNode json = ServerAnswer.json(answer.body());
        if (json == null) {
            throw new Problem(address.toString(), "the answer is not JSON, so this is no server of embeddings",
                    "Correct the address: Ollama's is like http://localhost:11434, others end in /v1.");
        }
        return json;
    }

    private Problem refused(URI address, int status, String message, String model) {
        String where = model.isEmpty() ? address.toString() : model + " at " + address;
        String said = message.isEmpty() ? "" : ": " + message;
        return switch (status) {
            case 401, 403 -> new Problem(where, "the server wants another key" + said,
                    "Set " + EmbeddingServer.KEY + " to the server's key before the start.");
            case 404 -> new Problem(where, "the server has no such model or address" + said, api.wayTo(model));
            case 429 -> new Problem(where, "the server has had too many requests" + said, "Try again later.");
            default -> new Problem(where, "the server answered with status " + status + said,
                    "Look into the server's log; vectors that came before are kept.");
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
