package org.matryoscope.app.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.ByteSize;
import org.matryoscope.base.Count;
import org.matryoscope.corpus.vectors.CompanionTexts;
import org.matryoscope.corpus.vectors.Reading;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorField;
import org.matryoscope.corpus.vectors.VectorField.Kind;
import org.matryoscope.corpus.vectors.VectorPreview;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.StoreFile;

/** Asks which fields of a file hold vectors, texts, ids and labels, and how to keep the vectors, over a preview of its rows. */
final class VectorSheet extends VBox {
    private static final String OWN = "texts of their own";
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|', ' ');

    private final VectorPreview preview;
    private final long freeBytes;
    private final FieldBox vectors;
    private final FieldBox text;
    private final FieldBox id;
    private final FieldBox relevance;
    private final LevelChoice levels;
    private final ChoiceBox<NumberFormat> format = new ChoiceBox<>();
    private final ChoiceBox<String> rows = new ChoiceBox<>();
    private final Label size = new Label();
    private final @Nullable String beside;
    private Consumer<Reading> onReading = reading -> {
    };

    /**
     * Builds the sheet.
     *
     * @param preview what is in the file
     * @param openTexts the name of the open corpus, if the rows can only be, or may be, vectors of its texts
     * @param ownCorpus whether the rows may be a corpus of their own
     * @param freeBytes what is free on the cache's disk
     */
    VectorSheet(VectorPreview preview, @Nullable String openTexts, boolean ownCorpus, long freeBytes) {
        this.preview = preview;
        this.freeBytes = freeBytes;
        getStyleClass().addAll("column-sheet", "stacked-wide");
        VectorChoice proposed = preview.proposed();
        vectors = new FieldBox("Vectors", "vectors-field", null, fields(Kind.VECTORS::equals), proposed.vectors(),
                this::describe);
        List<VectorField> columns = fields(kind -> kind != Kind.VECTORS);
        text = new FieldBox("Text", "vectors-text", "none", columns, proposed.text(), VectorField::name);
        id = new FieldBox("Id", "vectors-id", "row numbers", columns, proposed.id(), VectorField::name);
        relevance = new FieldBox("Relevance", "vectors-relevance", "none", fields(Kind.NUMBERS::equals),
                proposed.relevance(), VectorField::name);
        levels = new LevelChoice(columns.stream().map(VectorField::name).toList(), proposed.levels());
        ChoiceForm choices = new ChoiceForm();
        choices.add("Vectors", vectors.node());
        if (!columns.isEmpty()) {
            choices.add("Text", text.node());
            choices.add("Id", id.node());
            choices.add("Relevance", relevance.node());
            choices.addWide(LevelChoice.NAME, levels);
        }
        choices.addWide("Keep as", keeping());
        Path companion = ownCorpus && proposed.text() == null ? CompanionTexts.of(preview.file()).orElse(null) : null;
        beside = companion == null ? null : "the texts in “" + companion.getFileName() + "” beside it";
        if (openTexts != null || beside != null) {
            choices.addWide("Rows are vectors of", belonging(openTexts, ownCorpus));
        } else {
            rows.getItems().setAll(OWN);
            rows.setValue(OWN);
        }
        if (proposed.reading().separator() != null) {
            choices.addWide("Cells", writing(proposed.reading()));
        }
        if (preview.tables().size() > 1) {
            choices.addWide("Table", tables(preview.tables(), proposed.reading()));
        }
        getChildren().add(choices);
        if (!preview.assumed().isEmpty()) {
            Label assumed = hint("Assumed: " + String.join("; ", preview.assumed()) + ".");
            assumed.setId("vectors-assumed");
            getChildren().add(assumed);
        }
        if (preview.queries() != null) {
            getChildren().add(hint("“" + preview.queries()
                    + "” holds queries: open this file again under “Open query vectors…” in the details of the vectors."));
        }
        preview.notes().forEach(note -> getChildren().add(hint(note)));
        Label caption = hint(preview.firstRows().size() < VectorPreview.ROWS
                ? "All rows of the file"
                : "The first %d rows of the file".formatted(VectorPreview.ROWS));
        TableView<List<String>> table = table();
        caption.setLabelFor(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(caption, table);
    }

    /** The file as the user wants it read. */
    ImportRequest request() {
        VectorField field = vectors.chosen();
        return new ImportRequest(
                preview.file(), new VectorChoice(field == null ? preview.proposed().vectors() : field.name(),
                        text.name(), id.name(), levels.chosen(), relevance.name(), preview.proposed().reading()),
                format.getValue(),
                beside != null && beside.equals(rows.getValue())
                        ? CompanionTexts.of(preview.file()).orElse(null)
                        : null);
    }

    /** Whether the rows bring a corpus, their own or that of a file beside them. */
    boolean ownCorpus() {
        return OWN.equals(rows.getValue()) || (beside != null && beside.equals(rows.getValue()));
    }

    /** Tells of the wish to see the file read in another way. */
    void setOnReading(Consumer<Reading> listener) {
        onReading = listener;
    }

    private ChoiceBox<String> tables(List<String> names, Reading reading) {
        ChoiceBox<String> table = new ChoiceBox<>();
        table.setId("vectors-table");
        table.setAccessibleText("Table");
        table.getItems().setAll(names);
        table.setValue(reading.table());
        table.setOnAction(e -> onReading.accept(reading.withTable(table.getValue())));
        return table;
    }

    private HBox writing(Reading reading) {
        ChoiceBox<Character> separator = new ChoiceBox<>();
        separator.setId("vectors-separator");
        separator.setAccessibleText("What parts cells");
        separator.setConverter(new OneWayConverter<>(each -> switch (each) {
            case ',' -> "parted by commas";
            case '\t' -> "parted by tabs";
            case ';' -> "parted by semicolons";
            case ' ' -> "parted by blanks";
            default -> "parted by “" + each + "”";
        }));
        separator.getItems().setAll(SEPARATORS);
        separator.setValue(reading.separator());
        separator.setOnAction(e -> onReading.accept(reading.withSeparator(separator.getValue()).withHeader(null)));
        CheckBox header = new CheckBox("The first row names the columns");
        header.setId("vectors-header");
        header.setSelected(Boolean.TRUE.equals(reading.header()));
        header.setOnAction(e -> onReading.accept(reading.withHeader(header.isSelected())));
        HBox pair = new HBox(separator, header);
        pair.getStyleClass().addAll("labelled", "spaced");
        return pair;
    }

    /** Takes the keyboard to the first choice. */
    void focusFirst() {
        (vectors.hasChoice() ? vectors.box() : format).requestFocus();
    }

    private List<VectorField> fields(Predicate<Kind> wanted) {
        return preview.fields().stream().filter(field -> wanted.test(field.kind())).toList();
    }

    private String describe(VectorField field) {
        String shape = field.rows() < 0
                ? Count.of(field.dimension()) + " dimensions"
                : Count.of(field.rows()) + " × " + Count.of(field.dimension());
        return field.name().isEmpty() ? shape : field.name() + "  (" + shape + ")";
    }

    private HBox keeping() {
        format.setId("vectors-format");
        format.setAccessibleText("Number format");
        format.setConverter(new OneWayConverter<>(this::describe));
        format.getItems().setAll(NumberFormat.values());
        format.setValue(NumberFormat.FLOAT32);
        size.setId("vectors-size");
        size.getStyleClass().add("hint");
        size.setWrapText(true);
        format.valueProperty().subscribe(value -> showSize());
        vectors.box().valueProperty().subscribe(value -> {
            // The sizes in the list are those of the field.
            NumberFormat kept = format.getValue();
            format.getItems().setAll(NumberFormat.values());
            format.setValue(kept);
            showSize();
        });
        HBox pair = new HBox(format, size);
        HBox.setHgrow(size, Priority.ALWAYS);
        pair.getStyleClass().addAll("labelled", "spaced");
        return pair;
    }

    private String describe(NumberFormat each) {
        VectorField field = vectors.chosen();
        if (field == null || field.rows() < 0) {
            return each.label();
        }
        return each.label() + ", " + ByteSize.words(field.rows() * each.bytesPerVector(field.dimension()));
    }

    private void showSize() {
        VectorField field = vectors.chosen();
        NumberFormat kept = format.getValue();
        if (field == null || kept == null) {
            return;
        }
        long needed = StoreFile.bytesToWrite(Math.clamp(field.rows(), 1, Integer.MAX_VALUE), field.dimension(), kept);
        String free = ByteSize.words(freeBytes) + " are free";
        size.setText(field.rows() < 0
                ? "%s bytes a row in the cache; %s.".formatted(Count.of(kept.bytesPerVector(field.dimension())), free)
                : needed > freeBytes
                        ? "The import needs %s in the cache, and only %s.".formatted(ByteSize.words(needed), free)
                        : kept == NumberFormat.FLOAT32
                                ? "In the cache; %s.".formatted(free)
                                : "In the cache, and %s while it is made; %s.".formatted(ByteSize.words(needed), free));
    }

    private ChoiceBox<String> belonging(@Nullable String openTexts, boolean ownCorpus) {
        rows.setId("vectors-rows");
        rows.getItems()
                .setAll(Stream
                        .of(beside, ownCorpus ? OWN : null,
                                openTexts == null ? null : "the texts of “" + openTexts + "”")
                        .flatMap(Stream::ofNullable)
                        .toList());
        rows.getSelectionModel().selectFirst();
        rows.setAccessibleText("What the rows are vectors of");
        return rows;
    }

    private static Label hint(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        return label;
    }

    private TableView<List<String>> table() {
        TableView<List<String>> table = new TableView<>();
        table.setId("vectors-preview");
        table.setAccessibleText("Preview of the file");
        IntStream.range(0, preview.fields().size()).forEach(i -> {
            String name = preview.fields().get(i).name();
            TableColumn<List<String>, String> column = new TableColumn<>(name.isEmpty() ? "Vectors" : name);
            column.getStyleClass().add("preview-column");
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(ColumnWidths.of(preview.firstRows().stream().map(row -> row.get(i))));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(i)));
            table.getColumns().add(column);
        });
        table.getItems().setAll(preview.firstRows());
        return table;
    }
}
