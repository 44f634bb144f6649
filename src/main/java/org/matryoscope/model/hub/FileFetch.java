package org.matryoscope.model.hub;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.model.http.Calls;

/**
 * Fetches one file: into a part beside it, which a later call goes on with, and which becomes the file when its hash fits.
 *
 * @param client asks the hub
 * @param calls waits between tries
 * @param id the model
 * @param commit its commit
 * @param file the file
 * @param to where it goes
 * @param check runs often while there is nothing else to do, and may throw
 */
record FileFetch(HubClient client, Calls calls, ModelId id, String commit, HubFile file, Path to, Runnable check) {
    private static final int PARTIAL = 206;
    private static final int WRONG_RANGE = 416;

    /** Returns the bytes of a file that are there already: all, those of an earlier try, or none. */
    static long present(Path to, HubFile file) {
        try {
            Path part = part(to);
            long bytes = Files.isRegularFile(to) ? Files.size(to) : Files.isRegularFile(part) ? Files.size(part) : 0;
            return Math.min(bytes, file.bytes());
        } catch (IOException e) {
            throw unreadable(to, e);
        }
    }

    private static Path part(Path to) {
        return to.resolveSibling(to.getFileName() + ".incomplete");
    }

    /** Fetches what is missing; fails as {@link ModelHub#fetch} does. */
    void run() {
        Path part = part(to);
        try {
            if (Files.isRegularFile(to) && Files.size(to) == file.bytes()) {
                return;
            }
            Files.createDirectories(to.getParent());
            boolean continued = Files.exists(part);
            complete(part);
            if (!file.hash().fits(part, check)) {
                Files.delete(part);
                if (!continued) {
                    throw wrong();
                }
                // What an earlier try left may have been of another content; what is whole may not.
                complete(part);
                if (!file.hash().fits(part, check)) {
                    Files.delete(part);
                    throw wrong();
                }
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unreadable(to, e);
        }
    }

    /** Asks for the rest until there is none; gives up when several calls in a row brought nothing. */
    private void complete(Path part) throws IOException {
        int failed = 0;
        while (!Files.exists(part) || Files.size(part) != file.bytes()) {
            long from = Files.exists(part) ? Files.size(part) : 0;
            if (from > file.bytes()) {
                Files.delete(part);
                from = 0;
            }
            Optional<HttpHeaders> headers = Optional.empty();
            Problem problem;
            try {
                HttpResponse<Boolean> answer = client.file(id, commit, file.path(), from, into(part, from),
                        () -> present(to, file));
                headers = Optional.of(answer.headers());
                problem = answer.body() ? brokenOff(null) : client.refused(id, answer);
                if (answer.statusCode() == WRONG_RANGE) {
                    Files.deleteIfExists(part);
                } else if (!answer.body() && !Calls.isPassing(answer.statusCode())) {
                    throw problem;
                }
            } catch (IOException e) {
                if (!Calls.mayPass(e)) {
                    throw client.unreachable(e);
                }
                problem = brokenOff(e);
            }
            boolean moved = Files.exists(part) && Files.size(part) > from;
            failed = moved ? 0 : failed + 1;
            boolean whole = Files.exists(part) && Files.size(part) == file.bytes();
            if (!whole && !calls.waits(Math.max(1, failed), headers)) {
                throw problem;
            }
        }
    }

    /** Writes a file's bytes to the part, and gives whether there were any. */
    private static BodyHandler<Boolean> into(Path part, long from) {
        return answer -> {
            boolean rest = answer.statusCode() == PARTIAL && answer.headers()
                    .firstValue("Content-Range")
                    .filter(range -> range.startsWith("bytes " + from + "-"))
                    .isPresent();
            boolean all = answer.statusCode() == 200;
            if (!rest && !all) {
                return BodySubscribers.replacing(false);
            }
            return BodySubscribers
                    .mapping(
                            BodySubscribers.ofFile(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                                    rest ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING),
                            written -> true);
        };
    }

    private Problem brokenOff(@Nullable IOException cause) {
        return new Problem(file.path() + " of " + id.name(), "the connection broke off again and again",
                "Try again; it goes on where it stopped.", cause);
    }

    private Problem wrong() {
        return new Problem(file.path() + " of " + id.name(),
                "what came is not what the hub says the file holds (" + file.hash().kind()
                        + " differs); it was thrown away",
                "Try again; if it happens again, do not trust the connection or the proxy.");
    }

    private static Problem unreadable(Path to, IOException cause) {
        return new Problem(to.toString(), "the file cannot be written (" + cause.getMessage() + ")",
                "Check the folder's permissions and the space on the disk.", cause);
    }
}
