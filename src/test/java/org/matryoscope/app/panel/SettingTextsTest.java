package org.matryoscope.app.panel;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.model.Variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"64, 128,384", " 64 128 384 ", "64;128;384", "64,\t128, 384,"})
    void readsPrefixes(String text) {
        assertThat(SettingTexts.parsePrefixes(text, 384)).containsExactly(64, 128, 384);
    }

    @Test
    void readsNoPrefixesAsAnOrdinaryModel() {
        assertThat(SettingTexts.parsePrefixes("  ", 384)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"64, 32|32 does not come after 64", "64, 64|64 does not come after 64",
            "0|0 is not between 1 and the model's dimension, 384", "-5|-5 is not between 1",
            "385|385 is not between 1 and the model's dimension, 384", "64, many|“many” is not a whole number",
            "12.5|“12.5” is not a whole number", "99999999999|“99999999999” is not a whole number"})
    void refusesOtherPrefixes(String text, String message) {
        assertThatThrownBy(() -> SettingTexts.parsePrefixes(text, 384)).isInstanceOf(Problem.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Write ascending whole numbers from 1 to 384");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2|2 tokens leave no room", "''|There is no number",
            "long|“long” is not a whole number"})
    void refusesOtherLengths(String text, String message) {
        assertThatThrownBy(() -> SettingTexts.parseLength(text)).isInstanceOf(Problem.class)
                .hasMessageContaining(message);
    }

    @Test
    void writesAPromptOfTwoLinesInOne() {
        String prompt = "Instruct: find\nQuery: ";
        assertThat(SettingTexts.prompt(prompt)).isEqualTo("Instruct: find\\nQuery: ");
        assertThat(SettingTexts.parsePrompt(SettingTexts.prompt(prompt))).isEqualTo(prompt);
    }

    @Test
    void saysKindAndSizeOfAModelFile() {
        assertThat(SettingTexts.variant(new Variant("onnx/model_int8.onnx", "int8", 22_972_370)))
                .isEqualTo("onnx/model_int8.onnx: int8, 23.0 MB");
    }

    @Test
    void saysWhereASettingComesFrom() {
        assertThat(List.of("you", "default", "config.json").stream().map(SettingTexts::source))
                .containsExactly("set by you", "default: the model does not say", "read from config.json");
    }
}
