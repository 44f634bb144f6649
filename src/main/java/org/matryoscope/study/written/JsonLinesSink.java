package org.matryoscope.study.written;

import java.io.IOException;
import java.io.OutputStream;

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
    private final Corpus corpus;
    private final NumberFormat format;

    JsonLinesSink(OutputStream out, Corpus corpus, NumberFormat format) {
        this.out = out;
        this.corpus = corpus;
        this.format = format;
    }

    @Override
    public void put(Document document, float[] vector) throws IOException {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("id", document.id());
        if (corpus.hasTexts()) {
            line.put("text", document.text());
        }
        for (int level = 0; level < document.labels().size(); level++) {
            line.put(corpus.levels().get(level), document.labels().get(level));
        }
        ArrayNode entries = line.putArray("vector");
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
    public void close() throws IOException {
        out.close();
    }
}
