package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/** Reads tables, whatever way they are written: rows of named fields, of which one is a vector. */
final class TableVectors implements VectorFormat {
    private static final String CHOOSE = "Choose a field that the preview shows.";

    private final Opener opener;

    /** Opens a kind of table. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens a file and looks into it as far as is needed to read rows.
         *
         * @param path the file
         * @param reading what is known of how it is written
         * @param progress told in bytes or rows; cancels
         * @throws Problem if it is no such table
         */
        TableRows open(Path path, Reading reading, Progress progress);
    }

    TableVectors(Opener opener) {
        this.opener = opener;
    }

    @Override
    public VectorPreview preview(Path path, Reading reading, Progress progress) {
        TableRows table = opener.open(path, reading, progress);
        TableSurvey survey = new TableSurvey(table, reading);
        table.forEach(Wanted.EVERYTHING, progress, survey::add);
        return survey.preview();
    }

    @Override
    public VectorSource open(Path path, VectorChoice choice, Progress progress) {
        TableRows table = opener.open(path, choice.reading(), progress);
        TableShape shape = table.shape(choice.vectors(), progress);
        TableSource source = new TableSource(table, choice.vectors(), shape.rows(), shape.dimension());
        if (choice.reading().requireVectors() && shape.missing() != null) {
            throw shape.missing();
        }
        return source;
    }

    @Override
    public List<Document> documents(Path path, VectorChoice choice, Progress progress) {
        Documents documents = new Documents(path, choice.id() != null);
        List<String> fields = new ArrayList<>(choice.levels());
        if (choice.text() != null) {
            fields.add(choice.text());
        }
        if (choice.id() != null) {
            fields.add(choice.id());
        }
        Set<String> missing = new HashSet<>(fields);
        opener.open(path, choice.reading(), progress).forEach(Wanted.cells(fields), progress, row -> {
            missing.removeAll(row.cells().keySet());
            List<String> labels = choice.levels().stream().map(level -> cell(row, level).strip()).toList();
            documents.add(cell(row, choice.text()), id(row, choice.id()), labels);
            return true;
        });
        for (String field : missing) {
            throw new Problem(path.toString(), "no row has “" + field + "”", CHOOSE);
        }
        return documents.list();
    }

    @Override
    public float[] relevance(Path path, VectorChoice choice, Progress progress) {
        String field = choice.relevance();
        Numbers grades = new Numbers();
        if (field != null) {
            opener.open(path, choice.reading(), progress).forEach(Wanted.cells(Set.of(field)), progress, row -> {
                grades.add(grade(row, field));
                return true;
            });
        }
        return Arrays.copyOf(grades.values(), grades.length());
    }

    private static String cell(TableRow row, @Nullable String field) {
        return field == null ? "" : row.cells().getOrDefault(field, "");
    }

    private static String id(TableRow row, @Nullable String field) {
        if (field != null && !row.cells().containsKey(field)) {
            throw new Problem(row.place(), "there is no “" + field + "” here",
                    "Choose another field for the id, or none.");
        }
        return cell(row, field);
    }

    private static float grade(TableRow row, String field) {
        String grade = row.cells().getOrDefault(field, "");
        try {
            return NumberText.parse(grade);
        } catch (NumberFormatException e) {
            throw new Problem(row.place() + ", “" + field + "”", "the relevance “" + grade + "” is not a number",
                    "Choose another field for the relevance, or none.", e);
        }
    }
}
