package org.matryoscope.retrieval;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class FunnelTest {
    @Test
    void twoStagesCostWhatTheirPrefixesRead() {
        Funnel funnel = Funnel.twoStage(16, 200, 2048, 10);
        assertThat(funnel.multiplyAdds(1_281_167)).isEqualTo(1_281_167.0 * 16 + 200 * 2048);
        double exact = Funnel.single(2048, 10).multiplyAdds(1_281_167);
        // Kusupati et al. (2022) state about 128 times fewer for these two steps.
        assertThat(exact / funnel.multiplyAdds(1_281_167)).isCloseTo(125.5, within(0.1));
    }

    @Test
    void eachStepOfAFunnelRanksWhatTheOneBeforeKept() {
        Funnel funnel = Funnel.parse("16:200,32:100,64:50,128:25,256:10,2048").fitted(2048, 1000, 10);
        assertThat(funnel.multiplyAdds(1000))
                .isEqualTo(1000.0 * 16 + 200 * 32 + 100 * 64 + 50 * 128 + 25 * 256 + 10 * 2048);
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(Funnel.parse("16:200,full").written()).isEqualTo("16:200,full");
        assertThat(Funnel.parse("16:200,full").fitted(384, 800, 10)).isEqualTo(Funnel.twoStage(16, 200, 384, 10));
    }

    @Test
    void stepsBeyondTheVectorsAreCutToThem() {
        assertThat(Funnel.parse("64:5,512:4,full").fitted(384, 100, 10)).isEqualTo(Funnel.twoStage(64, 10, 384, 10));
        assertThat(Funnel.parse("512:500,full").fitted(384, 100, 10)).isEqualTo(Funnel.single(384, 10));
        assertThat(Funnel.parse("16:500,full").fitted(384, 100, 10)).isEqualTo(Funnel.twoStage(16, 100, 384, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0:5", "16:5,", "16:5 32", "16,32", "16:5,16", "32:5,16", "16:5,32:6,full"})
    void refusesWhatIsNoFunnel(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.parse(text));
    }
}
