package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whatever is wrong with a folder, the message names the file, the place and the remedy. */
class BadModelTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThere() {
        Path missing = folder.resolve("missing");

        Problem problem = catchThrowableOfType(Problem.class,
                () -> Encoders.load(missing, ModelOverrides.NONE, 1, Progress.NONE));

        assertProblem(problem, "missing", "there is no such model folder");
    }

    @Test
    void anEmptyFolder() {
        assertProblem(problemOf(new TestFolder(folder)), "tokenizer.json", "the file is missing");
    }

    @ParameterizedTest
    @CsvSource({"model.onnx, no ONNX file", "tokenizer.json, the file is missing",
            "1_Pooling/config.json, the file is missing"})
    void aMissingFile(String file, String what) {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx").delete(file);

        assertProblem(problemOf(model), file.equals("model.onnx") ? "" : file, what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokenizer.json", "modules.json", "1_Pooling/config.json", "config.json",
            "tokenizer_config.json", "config_sentence_transformers.json", "sentence_bert_config.json"})
    void aFileThatIsNotJson(String file) {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx").write(file, "{\n \"a\": \n<html>");

        assertProblem(problemOf(model), file, "not valid JSON");
        assertThat(problemOf(model).where()).endsWith("line 3");
    }

    @Test
    void anOnnxFileThatIsCutOff() throws IOException {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx");
        Path file = folder.resolve("model.onnx");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[]{0, 1, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertProblem(problemOf(model), "model.onnx", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 90405214\n",
            "<!DOCTYPE html>", ""})
    void anOnnxFileThatIsNone(String content) {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx").write("model.onnx", content);

        assertProblem(problemOf(model), "model.onnx", "not an ONNX model");
    }

    @ParameterizedTest
    @CsvSource({"rank1, output is not an embedding", "rank4, output is not an embedding",
            "one_row, output is not an embedding", "nan, output is not an embedding: it contains NaN",
            "logits, output is not an embedding", "whole_numbers, output is not an embedding",
            "pixels, an input named pixel_values", "extra_input, an input named gate",
            "float_ids, an input named input_ids of the type FLOAT"})
    void aModelThatIsNoTextEncoder(String onnx, String what) {
        assertProblem(problemOf(TestFolder.transformer(folder, onnx + ".onnx")), "model.onnx", what);
    }

    @Test
    void externalDataThatIsMissing() {
        assertProblem(problemOf(TestFolder.transformer(folder, "external.onnx")), "external.onnx_data",
                "the file is missing");
    }

    @Test
    void externalDataOutsideTheFolder() {
        TestFolder model = TestFolder.transformer(folder.resolve("model"), "escaping.onnx")
                .copy("onnx/external.onnx_data", "../external.onnx_data");

        assertProblem(problemOf(model), "model.onnx", "lies outside the model folder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tokenizer.json | {\"version\": \"1.0\"} | not a tokenizer",
            "tokenizer.json | {\"model\": {\"type\": \"Nonsense\"}} | the tokenizer cannot be read",
            "modules.json | {} | expected a list of modules", "modules.json | [] | expected a list of modules",
            "modules.json | [{\"path\": \"\"}] | the type is missing",
            "modules.json | [{\"type\": \"x.CNN\"}] | the module CNN is not one this app can run",
            "modules.json | [{\"type\": \"x.Pooling\"}] | must start with a Transformer",
            "modules.json | [{\"type\": \"x.Transformer\", \"path\": \"../..\"}] | leaves the model folder",
            "1_Pooling/config.json | {\"pooling_mode\": \"median\"} | the pooling \"median\"",
            "1_Pooling/config.json | {\"pooling_mode\": []} | no pooling is named",
            "1_Pooling/config.json | {} | no pooling is switched on",
            "1_Pooling/config.json | {\"pooling_mode_mean_tokens\": \"yes\"} | expected true or false but found \"yes\"",
            "sentence_bert_config.json | {\"max_seq_length\": 0} | expected at least 1 but found 0",
            "sentence_bert_config.json | {\"max_seq_length\": \"long\"} | expected a number",
            "tokenizer_config.json | {\"padding_side\": 1} | expected a string"})
    void aFileOfTheWrongSchema(String file, String content, String what) {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx").write(file, content);

        assertProblem(problemOf(model), file, what);
    }

    @Test
    void aVariantThatIsNotThere() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx");
        ModelOverrides overrides = new ModelOverrides(null, null, null, null, null, "onnx/model_q4.onnx");

        Problem problem = catchThrowableOfType(Problem.class, () -> model.load(overrides));

        assertProblem(problem, "onnx/model_q4.onnx", "there is no such model file");
        assertThat(problem.remedy()).contains("model.onnx");
    }

    private static Problem problemOf(TestFolder model) {
        return catchThrowableOfType(Problem.class, model::load);
    }

    private static void assertProblem(Problem problem, String where, String what) {
        assertThat(problem).isNotNull();
        assertThat(problem.where().replace('\\', '/')).contains(where);
        assertThat(problem.what()).contains(what);
        assertThat(problem.remedy()).endsWith(".");
        assertThat(problem.getMessage()).doesNotContain("\n");
    }
}
