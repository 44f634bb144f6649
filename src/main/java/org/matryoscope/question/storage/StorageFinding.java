package org.matryoscope.question.storage;

import org.matryoscope.base.Count;
import org.matryoscope.base.Numbers;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.retrieval.StoredVectors;

/** Says what the smallest storage that keeps enough takes and saves. */
final class StorageFinding {
    private static final int NAMED_CONTENDERS = 2;

    private StorageFinding() {
    }

    static Finding of(StorageAnswer answer, Choices choices) {
        Asking asking = answer.asking();
        double threshold = choices.get(StorageQuestion.KEPT);
        Finding.Builder finding = Finding.say()
                .words("To keep " + Numbers.percent(threshold) + " " + answer.measure() + ": ");
        asking.indices().limit(NAMED_CONTENDERS).forEach(i -> {
            StoredVectors smallest = answer.curves().get(i).smallest(threshold);
            finding.words(i == 0 ? "" : "; ")
                    .contender(asking, i)
                    .words(" as " + smallest.format().label() + " at d = ")
                    .value(Integer.toString(smallest.d()))
                    .words(", ")
                    .value(Numbers.bytes(smallest.bytes(answer.documents(choices))));
        });
        finding.words(".");
        asking.indices().forEach(i -> finding.detail(asking.led(i, detail(answer, i, choices))));
        return finding.detail(
                "Bytes are those of the vectors alone; an index, ids and texts come on top. Widening starts from the same full vectors, so they have to be kept somewhere.")
                .build();
    }

    private static String detail(StorageAnswer answer, int contender, Choices choices) {
        StorageCurves curves = answer.curves().get(contender);
        long documents = answer.documents(choices);
        double price = choices.get(StorageQuestion.PRICE);
        StoredVectors full = new StoredVectors(curves.given(), curves.dimension());
        StoredVectors smallest = curves.smallest(choices.get(StorageQuestion.KEPT));
        return "%s documents take %s (%s a month) as %s at d = %d, which keeps %s %s, instead of %s (%s a month) as %s at d = %d: %s less."
                .formatted(Count.of(documents), Numbers.bytes(smallest.bytes(documents)),
                        Numbers.money(smallest.monthly(documents, price)), smallest.format().label(), smallest.d(),
                        Numbers.percent(curves.kept(smallest.format(), smallest.d()).share()), answer.measure(),
                        Numbers.bytes(full.bytes(documents)), Numbers.money(full.monthly(documents, price)),
                        full.format().label(), full.d(),
                        Numbers.percent(1 - (double) smallest.bytesPerVector() / full.bytesPerVector()));
    }
}
