import type { IndicatorFeedback } from './result';

/** Fewer answers of peers or of reports than this are shown only inside a combined score (specification section 4). */
export const MIN_ANSWERS = 3;

/** An indicator as it was computed, and what decides how much of it may be shown. */
export interface OpenFeedback {
  readonly feedback: IndicatorFeedback;
  /** Its score is the manager's, not the answers'. */
  readonly calibrated: boolean;
  /** Answers of peers or of reports are still to come, and fewer than three are there. */
  readonly settling: boolean;
}

/**
 * Takes out of the indicators what a hidden mean could be worked out from (specification section 4). A combined score is one
 * equation, so at least two of what it combines must stay unknown:
 * - within an indicator all relations' means are hidden when one of them is;
 * - where the hidden relation is the only one that answered, the indicator's own score is that mean and is hidden too;
 * - while answers of peers or reports are still to come, the means and the score wait for them: seen before and after a
 *   colleague's form came, their difference would be that colleague's answer;
 * - of the scores the member's score combines, never exactly one is hidden: a second goes with it.
 * A calibrated score is the manager's and stays; the computed one beside it is treated as above.
 */
export function concealFeedback(items: readonly OpenFeedback[]): IndicatorFeedback[] {
  const sealed = items.map(({ feedback, settling }) => settling || isBare(feedback));
  const result = items.map(({ feedback, calibrated, settling }, at) => {
    const covered = settling || feedback.relations.some((relation) => relation.hidden);
    const item = covered ? hideMeans(feedback) : feedback;
    return sealed[at] ? hideScore(item, calibrated) : item;
  });
  const counts = (at: number): boolean => {
    const feedback = items[at]?.feedback;
    return feedback !== undefined && feedback.score !== null && feedback.weight.n > 0n;
  };
  const unknown = result.filter((item, at) => counts(at) && item.score === null);
  if (unknown.length !== 1) return result;
  const candidates = result.flatMap((item, at) => (counts(at) && item.score !== null ? [at] : []));
  const second = candidates.find((at) => items[at]?.calibrated === false) ?? candidates[0];
  return result.map((item, at) => (at === second ? hideScore(hideMeans(item), false) : item));
}

/** Its combined score is the hidden mean itself. */
const isBare = ({ relations }: IndicatorFeedback): boolean =>
  relations.filter((relation) => !relation.missing).length === 1 && relations.some((relation) => relation.hidden);

const hideMeans = (item: IndicatorFeedback): IndicatorFeedback => ({
  ...item,
  relations: item.relations.map((relation) => ({ ...relation, mean: null, hidden: !relation.missing })),
});

/** Hides the computed score and what leads to it; a calibrated one stays. */
const hideScore = (item: IndicatorFeedback, calibrated: boolean): IndicatorFeedback => ({
  ...item,
  score: calibrated ? item.score : null,
  computed: null,
  selfGap: null,
  selfGapLarge: false,
});

/** Something of this indicator is kept back, so that single forms about the person are not to be read on screen. */
export const isConcealed = (item: IndicatorFeedback): boolean =>
  item.relations.some((relation) => relation.hidden || (!relation.missing && relation.mean === null));
