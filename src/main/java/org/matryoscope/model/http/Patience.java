package org.matryoscope.model.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How often and after what time a call is tried again.
 *
 * @param attempts calls in all, at least 1
 * @param first wait before the second; each further wait is twice as long
 * @param most longest wait; a server that asks for more is not called again
 * @param silence time after which a call of which nothing comes is broken off
 */
public record Patience(int attempts, Duration first, Duration most, Duration silence) {
    /** Five calls within half a minute, or a minute where the server asks for it. */
    public static final Patience USUAL = new Patience(5, Duration.ofSeconds(1), Duration.ofMinutes(1),
            Duration.ofMinutes(1));

    /**
     * Returns how long to wait before another call.
     *
     * @param failed calls that failed in a row, at least 1
     * @param headers those of the last answer, for its {@code Retry-After} (RFC 9110, section 10.2.3)
     * @return the wait; empty if the call should not be made again
     */
    Optional<Duration> before(int failed, Optional<HttpHeaders> headers) {
        if (failed >= attempts) {
            return Optional.empty();
        }
        Duration wait = headers.flatMap(Patience::asked).orElse(first.multipliedBy(1L << Math.min(failed - 1, 16)));
        return Optional.of(wait).filter(each -> each.compareTo(most) <= 0);
    }

    /** Returns the wait that a server asks for, in seconds or until a date. */
    static Optional<Duration> asked(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(text -> {
            try {
                Duration wait = text.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(text))
                        : Duration.between(Instant.now(),
                                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeException notADate) {
                return Optional.empty();
            }
        });
    }
}
