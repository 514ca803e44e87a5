import type { IndicatorFeedback } from './result';

/** Fewer answers of peers or of reports than this are shown only inside a combined score (specification section 4). */
export const MIN_ANSWERS = 3;

/**
 * Takes out of the indicators what a hidden mean could be worked out from. A combined score is one equation, so at least
 * two of what it combines must stay unknown:
 * - within an indicator all relations' means are hidden when one of them is;
 * - where the hidden relation is the only one that answered, the indicator's own score is that mean and is hidden too,
 *   and with it one more indicator's, because the member's score combines them.
 * A calibrated score is the manager's and stays; the computed one beside it is treated as above.
 */
export function concealFeedback(indicators: readonly IndicatorFeedback[]): IndicatorFeedback[] {
  const concealed = indicators.map((item) =>
    item.relations.some((relation) => relation.hidden)
      ? {
          ...item,
          relations: item.relations.map((relation) => ({ ...relation, mean: null, hidden: !relation.missing })),
        }
      : item,
  );
  const bare = concealed.map((item) => isBare(item));
  const result = concealed.map((item, i) => (bare[i] ? hideScore(item) : item));
  // The member's score leads back to a hidden one only where that one takes part in it.
  const unknown = result.filter((item, i) => bare[i] && item.score === null).length;
  if (unknown !== 1) return result;
  const takesPart = (item: IndicatorFeedback, i: number): boolean =>
    !bare[i] && item.score !== null && item.weight.n > 0n;
  const uncalibrated = result.findIndex((item, i) => takesPart(item, i) && !isCalibrated(item));
  const other = uncalibrated >= 0 ? uncalibrated : result.findIndex(takesPart);
  return result.map((item, i) => (i === other ? hideAll(item) : item));
}

const answered = (item: IndicatorFeedback): number => item.relations.filter((relation) => !relation.missing).length;

/** Its combined score is the hidden mean itself. */
const isBare = (item: IndicatorFeedback): boolean =>
  answered(item) === 1 && item.relations.some((relation) => relation.hidden);

const isCalibrated = (item: IndicatorFeedback): boolean =>
  item.score !== null &&
  (item.computed === null || item.score.n !== item.computed.n || item.score.d !== item.computed.d);

/** Hides the computed score and what leads to it; a calibrated one stays. */
function hideScore(item: IndicatorFeedback): IndicatorFeedback {
  const score = isCalibrated(item) ? item.score : null;
  return { ...item, score, computed: null, selfGap: null, selfGapLarge: false };
}

function hideAll(item: IndicatorFeedback): IndicatorFeedback {
  const relations = item.relations.map((relation) => ({ ...relation, mean: null, hidden: !relation.missing }));
  return { ...hideScore(item), score: null, relations };
}
