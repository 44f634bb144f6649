package org.matryoscope.model.hub;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Only files that belong to a model are fetched, whatever a hub lists beside them. */
class FileSelectionTest {
    @Test
    void namesThatLeadOutOfTheFolderAreNeverFetched() {
        List<HubFile> listed = Stream
                .of("config.json", "tokenizer.json", "onnx/model.onnx", "onnx/model.onnx_data", "onnx/model.onnx.data",
                        "onnx/model.onnx_data_1", "onnx/model.onnx_data/../../../../evil",
                        "onnx/model.onnx_data\\..\\..\\evil", "onnx/model.onnx.data/evil", "../tokenizer.json",
                        "1_../config.json", "onnx/..\\evil.onnx")
                .map(path -> new HubFile(path, 1, new ContentHash(ContentHash.Kind.SHA256, "0".repeat(64))))
                .toList();
        FileSelection selection = FileSelection.of(ModelId.of("owner/model"), listed, false, null);
        assertThat(selection.files()).extracting(HubFile::path)
                .containsExactlyInAnyOrder("config.json", "tokenizer.json", "onnx/model.onnx", "onnx/model.onnx_data",
                        "onnx/model.onnx.data", "onnx/model.onnx_data_1");
        assertThat(selection.variants()).hasSize(1);
    }
}
