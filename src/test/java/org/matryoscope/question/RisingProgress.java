package org.matryoscope.question;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Checks how long-running work reports. */
public final class RisingProgress {
    private RisingProgress() {
    }

    /** Requires that work reports rising shares up to the whole, and stops when a report cancels it. */
    public static void check(Consumer<Progress> work) {
        double[] share = {0, 0};
        work.accept((done, total) -> {
            share[1] = (double) done / total;
            assertThat(share[1]).isBetween(share[0], 1.0);
            share[0] = share[1];
        });
        assertThat(share[0]).isEqualTo(1);
        assertThatThrownBy(() -> work.accept((done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }
}
