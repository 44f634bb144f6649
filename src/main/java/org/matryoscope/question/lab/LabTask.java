package org.matryoscope.question.lab;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.rotation.Rotation;
import org.matryoscope.training.Batches;
import org.matryoscope.training.TrainingVectors;

/**
 * What a map is trained on and measured by.
 *
 * @param learn what it learns from
 * @param training what it learns from, and how batches are drawn
 * @param validation what decides when to stop; null where there is too little for it
 * @param live measures over the validation part
 * @param measures measures over the test part, the first of them decides
 * @param heldOut the texts of the validation part
 * @param pca fitted on the texts learnt from
 * @param dealt how many belong to which part
 */
record LabTask(Learn learn, Material training, @Nullable Material validation, List<PartMeasure> live,
        List<PartMeasure> measures, PartStore heldOut, Rotation pca, Dealt dealt) {
    /**
     * Vectors and how batches are drawn from them.
     *
     * @param vectors the vectors
     * @param batches draws from them
     */
    record Material(TrainingVectors vectors, Batches batches) {}

    /** Copies the lists. */
    LabTask {
        live = List.copyOf(live);
        measures = List.copyOf(measures);
    }
}
