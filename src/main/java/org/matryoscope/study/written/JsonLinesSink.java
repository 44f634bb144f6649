package org.matryoscope.study.written;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.vector.NumberFormat;

/** Writes an object a line: id, text and labels where there are any, and the vector. */
final class JsonLinesSink implements RowSink {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final OutputStream out;
    private final boolean hasTexts;
    private final List<String> levels;
    private final NumberFormat format;

    JsonLinesSink(OutputStream out, Corpus corpus, NumberFormat format) {
        this.out = out;
        hasTexts = corpus.hasTexts();
        levels = FieldNames.levels(corpus);
        this.format = format;
    }

    @Override
    public void put(Document document, float[] vector) throws IOException {
        ObjectNode line = MAPPER.createObjectNode();
        line.put(FieldNames.ID, document.id());
        if (hasTexts) {
            line.put(FieldNames.TEXT, document.text());
        }
        for (int level = 0; level < document.labels().size(); level++) {
            line.put(levels.get(level), document.labels().get(level));
        }
        if (format == NumberFormat.INT8) {
            line.put(FieldNames.SCALE, RowCode.scale(vector));
        }
        ArrayNode entries = line.putArray(FieldNames.VECTOR);
        if (format == NumberFormat.INT8) {
            for (byte code : RowCode.codes(vector)) {
                entries.add((int) code);
            }
        } else {
            for (float entry : vector) {
                entries.add(entry);
            }
        }
        out.write(MAPPER.writeValueAsBytes(line));
        out.write('\n');
    }

    @Override
    public void finish() {
        // Each line ends by itself.
    }
}
