package org.matryoscope.report;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import org.matryoscope.base.Progress;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.RealSubjects;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.verdict.VerdictQuestion;
import org.matryoscope.study.RotatedVectors;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
    private final Asking asking = new Asking(List.of(
            Contender.of(RealSubjects.of(Side.A, "encyclopedia", "why"), RotationChoice.AS_IS,
                    RotatedVectors.IN_MEMORY),
            Contender.of(RealSubjects.of(Side.B, "encyclopedia", "why"), RotationChoice.AS_IS,
                    RotatedVectors.IN_MEMORY)),
            List.of(), true, Choices.INITIAL);
    private String html = "";

    private String report() {
        return Report.html(asking, (Answer) new VerdictQuestion().ask(asking, Progress.NONE), Choices.INITIAL,
                "an <app> & its version");
    }

    @BeforeAll
    void write() {
        html = report();
    }

    private Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf("<html")))));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(report()).isEqualTo(html);
    }

    @Test
    void saysTheFindingFirstAndHasASectionForEachPart() throws Exception {
        Document page = parsed();
        assertThat(texts(page, "h1")).singleElement().asString().startsWith("Store A as ");
        assertThat(texts(page, "h2")).containsExactly("Stability", "Quality", "Levels", "Fingerprint", "Storage",
                "Stages", "Settings for your database", "How this was measured");
        assertThat(texts(page, "dd")).anyMatch(fact -> fact.contains("SHA-256"));
    }

    @Test
    void needsNoOtherFileAndEscapesWhatItIsGiven() throws Exception {
        NodeList pictures = parsed().getElementsByTagName("img");
        assertThat(pictures.getLength()).isEqualTo(6);
        for (int i = 0; i < pictures.getLength(); i++) {
            Element picture = (Element) pictures.item(i);
            String data = picture.getAttribute("src");
            assertThat(data).startsWith("data:image/svg+xml;base64,");
            assertThat(new String(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1)),
                    StandardCharsets.UTF_8)).startsWith("<svg");
            assertThat(picture.getAttribute("alt")).isNotBlank();
        }
        assertThat(html).contains("an &lt;app&gt; &amp; its version").doesNotContain("<script");
        assertThat(texts(parsed(), "pre")).hasSize(10);
    }

    private static List<String> texts(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
