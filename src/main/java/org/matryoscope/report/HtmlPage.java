package org.matryoscope.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.matryoscope.question.Table;

/** Writes HTML; every text is escaped. */
final class HtmlPage {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** What writing one element may throw, which memory never does. */
    private interface Writing {
        void run() throws XMLStreamException;
    }

    HtmlPage() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    /** Writes an element with what is written meanwhile in it. */
    void element(String name, Map<String, String> attributes, Runnable content) {
        write(() -> {
            xml.writeStartElement(name);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                xml.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        });
        content.run();
        write(() -> {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    /** Writes an element without attributes. */
    void element(String name, Runnable content) {
        element(name, Map.of(), content);
    }

    /** Writes an element that holds a text. */
    void text(String name, String words) {
        element(name, () -> words(words));
    }

    /** Writes words. */
    void words(String words) {
        write(() -> xml.writeCharacters(words));
    }

    /** Writes an element that has no content. */
    void empty(String name, Map<String, String> attributes) {
        write(() -> {
            xml.writeEmptyElement(name);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                xml.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        });
    }

    /** Writes a picture, itself in the page: two of them in one page would share their names otherwise. */
    void picture(String svg, String alternative) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        empty("img", new TreeMap<>(Map.of("src", "data:image/svg+xml;base64," + data, "alt", alternative)));
    }

    /** Writes a table that scrolls where it is wider than the page. */
    void table(Table table) {
        element("div", Map.of("class", "table"), () -> element("table", () -> {
            if (!table.caption().isEmpty()) {
                text("caption", table.caption());
            }
            element("thead", () -> element("tr",
                    () -> table.columns().forEach(column -> cell("th", column.numbers(), column.header()))));
            element("tbody", () -> {
                for (int i = 0; i < table.rows(); i++) {
                    int row = i;
                    element("tr", () -> table.columns()
                            .forEach(column -> cell("td", column.numbers(), column.cells().get(row))));
                }
            });
        }));
    }

    private void cell(String name, boolean number, String words) {
        element(name, number ? Map.of("class", "number") : Map.of(), () -> words(words));
    }

    /** Writes sentences, a paragraph each. */
    void paragraphs(List<String> sentences) {
        sentences.forEach(sentence -> text("p", sentence));
    }

    /** Returns what was written. */
    String html() {
        write(xml::flush);
        return "<!DOCTYPE html>\n" + text;
    }
}
