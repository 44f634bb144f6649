package org.matryoscope.question;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrefixesTest {
    @Test
    void laddersAreThePowersOfTwoAndTheEnd() {
        assertThat(Prefixes.powersOfTwo(384)).containsExactly(8, 16, 32, 64, 128, 256, 384);
        assertThat(Prefixes.powersOfTwo(4)).containsExactly(4);
        assertThat(Prefixes.atEqualRatios(384, 40)).startsWith(1).endsWith(384).isSorted().doesNotHaveDuplicates();
        assertThat(Prefixes.with(new int[]{3, 1}, 2, 3)).isEqualTo(IntStream.rangeClosed(1, 3).toArray());
        assertThat(Prefixes.indexFrom(new int[]{8, 16, 32}, 9)).isEqualTo(1);
    }
}
