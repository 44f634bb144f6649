package org.matryoscope.model.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** The calls of one piece of work, which end when it is cancelled. Used by one thread. */
public final class Calls {
    /** What may go better the next time: time-outs, too many requests, and servers or gateways that are busy. */
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final long REPORT_MILLIS = 50;

    private final HttpClient client;
    private final Patience patience;
    private final Runnable report;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private @Nullable CompletableFuture<?> running;

    /**
     * Starts a piece of work.
     *
     * @param client sends the requests; it must not follow redirects on its own where they carry a secret
     * @param patience how often calls are tried again
     * @param progress ends the calls when it is cancelled
     * @param report runs every 50 ms while there is nothing to do but to wait; may throw, which ends the call
     */
    public Calls(HttpClient client, Patience patience, Progress progress, Runnable report) {
        this.client = client;
        this.patience = patience;
        this.report = report;
        progress.onCancel(this::cancel);
    }

    /**
     * Sends a request, and again where the answer or the connection says that this may help.
     *
     * @param request the request
     * @param body how the answer's body is taken
     * @param <T> the body's type
     * @return the last answer, whatever its status
     * @throws CancellationException if cancelled
     * @throws IOException if there was no answer
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException {
        for (int failed = 1;; failed++) {
            try {
                HttpResponse<T> answer = sendOnce(request, body);
                if (!isPassing(answer.statusCode()) || !waits(failed, Optional.of(answer.headers()))) {
                    return answer;
                }
            } catch (IOException e) {
                if (!mayPass(e) || !waits(failed, Optional.empty())) {
                    throw e;
                }
            }
        }
    }

    /** Sends a request once; fails as {@link #send}. */
    public <T> HttpResponse<T> sendOnce(HttpRequest request, BodyHandler<T> body) throws IOException {
        return sendOnce(request, body, () -> 0);
    }

    /**
     * Sends a request once; fails as {@link #send}.
     *
     * @param received bytes that have come so far; a call in which they do not grow for long is broken off
     */
    public <T> HttpResponse<T> sendOnce(HttpRequest request, BodyHandler<T> body, LongSupplier received)
            throws IOException {
        check();
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        synchronized (this) {
            running = answer;
        }
        try {
            long before = received.getAsLong();
            long since = System.nanoTime();
            while (true) {
                check();
                try {
                    return answer.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    report.run();
                }
                long now = received.getAsLong();
                if (now != before) {
                    before = now;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > patience.silence().toNanos()) {
                    throw new HttpTimeoutException("nothing came for " + patience.silence().toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            check();
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Says whether another call may go better after such a status. */
    public static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** Says whether another call may go better after such a failure: not where nobody answers at the address. */
    public static boolean mayPass(IOException failure) {
        return !(failure instanceof ConnectException || failure instanceof UnknownHostException
                || failure instanceof HttpConnectTimeoutException || failure instanceof InterruptedIOException
                || failure.getCause() instanceof UnresolvedAddressException);
    }

    /**
     * Waits before another call.
     *
     * @param failed calls that failed in a row
     * @param headers those of the last answer
     * @return false, at once, if there should be no other call
     * @throws CancellationException if cancelled
     */
    public boolean waits(int failed, Optional<HttpHeaders> headers) {
        Optional<Duration> wait = patience.before(failed, headers);
        if (wait.isEmpty()) {
            return false;
        }
        try {
            long end = System.nanoTime() + wait.get().toNanos();
            for (long left = wait.get().toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                if (cancelled.await(Math.min(left, REPORT_MILLIS), TimeUnit.MILLISECONDS)) {
                    throw new CancellationException();
                }
                report.run();
            }
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void check() {
        if (cancelled.getCount() == 0) {
            throw new CancellationException();
        }
    }

    private synchronized void cancel() {
        cancelled.countDown();
        if (running != null) {
            running.cancel(true);
        }
    }

    private static CancellationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException("interrupted").initCause(e);
    }
}
