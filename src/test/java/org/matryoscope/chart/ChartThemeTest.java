package org.matryoscope.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures in files have the colours that the window's style sheet sets. */
class ChartThemeTest {
    private static final Pattern TOKEN = Pattern
            .compile("(-chart-[a-z]+): ladder\\(-color-bg-default, (#[0-9a-f]{6}) 49%, (#[0-9a-f]{6}) 50%\\)");

    @Test
    void seriesHaveTheWindowsColours() throws IOException {
        List<MatchResult> tokens = TOKEN
                .matcher(Files.readString(Path.of("src/main/resources/org/matryoscope/app/charts.css")))
                .results()
                .toList();
        assertThat(tokens).hasSize(7);
        for (MatchResult token : tokens) {
            Ink ink = List.of(Ink.values())
                    .stream()
                    .filter(each -> each.property().equals(token.group(1)))
                    .findFirst()
                    .orElseThrow();
            assertThat(ChartTheme.DARK.palette().of(ink).hex()).as(token.group(1)).isEqualTo(token.group(2));
            assertThat(ChartTheme.LIGHT.palette().of(ink).hex()).as(token.group(1)).isEqualTo(token.group(3));
            assertThat(ChartTheme.PRINT.palette().of(ink)).isEqualTo(ChartTheme.LIGHT.palette().of(ink));
        }
    }
}
