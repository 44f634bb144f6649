package org.matryoscope.app.slider;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PrefixScaleTest {
    @ParameterizedTest
    @CsvSource({"1,true", "1,false", "2,true", "384,true", "384,false", "3072,true", "3072,false"})
    void everyPrefixIsFoundAgainAtItsPlace(int dimension, boolean logarithmic) {
        PrefixScale scale = new PrefixScale(dimension, logarithmic);
        for (int d = 1; d <= dimension; d++) {
            assertThat(scale.prefix(scale.fraction(d))).isEqualTo(d);
        }
    }

    @Test
    void doublingTheLengthIsOneStepOnTheLogarithmicScale() {
        PrefixScale scale = new PrefixScale(256, true);
        assertThat(scale.fraction(32) - scale.fraction(16)).isCloseTo(1.0 / 8, within(1e-12));
        assertThat(scale.fraction(256)).isEqualTo(1);
        assertThat(scale.fraction(1)).isZero();
    }

    @Test
    void placesOutsideAreTheEnds() {
        PrefixScale scale = new PrefixScale(384, false);
        assertThat(scale.prefix(-0.3)).isEqualTo(1);
        assertThat(scale.prefix(1.7)).isEqualTo(384);
    }

    @Test
    void trainedPrefixesAreMarkedAndTheDimensionToo() {
        PrefixMarks marks = PrefixMarks.of(List.of(64, 128, 256), 384);
        assertThat(marks.prefixes()).containsExactly(64, 128, 256, 384);
        assertThat(marks.trained()).isTrue();
        assertThat(marks.after(128)).isEqualTo(256);
        assertThat(marks.after(384)).isEqualTo(384);
        assertThat(marks.before(128)).isEqualTo(64);
        assertThat(marks.before(64)).isEqualTo(1);
    }

    @Test
    void anOrdinaryModelGetsPowersOfTwoForOrientation() {
        PrefixMarks marks = PrefixMarks.of(List.of(), 100);
        assertThat(marks.prefixes()).containsExactly(8, 16, 32, 64, 100);
        assertThat(marks.trained()).isFalse();
    }

    @Test
    void marksWhatIsFoundAndPowersOfTwoWhereNothingIs() {
        PrefixMarks found = PrefixMarks.found(List.of(64, 512), 1536);
        assertThat(found.prefixes()).containsExactly(64, 512, 1536);
        assertThat(found.source()).isEqualTo(PrefixMarks.Source.FOUND);
        assertThat(PrefixMarks.found(List.of(), 32)).isEqualTo(PrefixMarks.of(List.of(), 32));
    }
}
