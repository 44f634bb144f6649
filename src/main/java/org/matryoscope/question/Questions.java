package org.matryoscope.question;

import java.util.List;

import org.matryoscope.question.bump.BumpQuestion;
import org.matryoscope.question.energy.EnergyQuestion;
import org.matryoscope.question.fingerprint.FingerprintQuestion;
import org.matryoscope.question.formats.FormatsQuestion;
import org.matryoscope.question.gap.GapQuestion;
import org.matryoscope.question.lab.LabQuestion;
import org.matryoscope.question.levels.LevelsQuestion;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.question.rotation.RotationQuestion;
import org.matryoscope.question.scores.ScoresQuestion;
import org.matryoscope.question.stability.StabilityQuestion;
import org.matryoscope.question.stages.StagesQuestion;
import org.matryoscope.question.storage.StorageQuestion;
import org.matryoscope.question.verdict.VerdictQuestion;

/** The list of questions. */
public final class Questions {
    /** Every question, in the order in which the window shows them: heading by heading. */
    public static final List<Question> ALL = List.of(new VerdictQuestion(), new ScoresQuestion(), new BumpQuestion(),
            new GapQuestion(), new EnergyQuestion(), new FingerprintQuestion(), new LevelsQuestion(),
            new StabilityQuestion(), new QualityQuestion(), new StagesQuestion(), new FormatsQuestion(),
            new StorageQuestion(), new RotationQuestion(), new LabQuestion());

    private Questions() {
    }
}
