package org.matryoscope.question.scores;

import java.util.List;

/**
 * One contender's scores.
 *
 * @param scores the curves asked for: cosines, or plain dot products
 * @param cosines the cosines; the same curves where those were asked for
 * @param rankings the first documents at each listed prefix
 */
record ContenderScores(ScoreCurves scores, ScoreCurves cosines, List<ScoresAnswer.Ranking> rankings) {}
