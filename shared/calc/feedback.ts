import type { FeedbackDecision, FeedbackForm } from '../domain/feedback';
import type { IndicatorId } from '../domain/ids';
import type { Indicator, Relation } from '../domain/indicator';
import { concealFeedback, MIN_ANSWERS, type OpenFeedback } from './confidentiality';
import {
  add,
  compare,
  divide,
  fraction,
  fromDecimal,
  isZero,
  multiply,
  negate,
  subtract,
  sum,
  whole,
  ZERO,
} from './fraction';
import type { Fraction, QualitativeResult, RelationScore } from './result';

/** A qualitative indicator of a member with its weight (100 = 100 %). */
export interface WeightedIndicator {
  readonly indicator: Pick<Indicator, 'id' | 'relations'>;
  readonly weight: Fraction;
}

const RELATIONS = ['superior', 'peer', 'customer', 'report'] as const satisfies readonly Exclude<Relation, 'self'>[];
const LARGE_GAP = fraction(20n);

/** Nobody's answer of these is ever shown on its own: it would give the rater away (specification section 4). */
export const isConfidential = (relation: Relation): boolean => relation === 'peer' || relation === 'report';

/** Returned forms, each token once: the one returned last stands for it (specification section 4). */
export function countedForms(forms: readonly FeedbackForm[]): FeedbackForm[] {
  const byToken = new Map<string, FeedbackForm>();
  for (const form of forms) {
    if (form.state !== 'returned') continue;
    const key = form.token === '' ? `#${form.id}` : form.token;
    const other = byToken.get(key);
    if (!other || isLater(form, other)) byToken.set(key, form);
  }
  return [...byToken.values()];
}

function isLater(form: FeedbackForm, other: FeedbackForm): boolean {
  const a = form.returnedAt ?? '';
  const b = other.returnedAt ?? '';
  return a === b ? form.id > other.id : a > b;
}

function scoresOf(forms: readonly FeedbackForm[], relation: Relation, id: IndicatorId): Fraction[] {
  const scores: Fraction[] = [];
  for (const form of forms) {
    if (form.relation !== relation) continue;
    const answer = form.answers.find((candidate) => candidate.indicatorId === id);
    if (answer && !answer.notObserved && answer.score !== null) scores.push(fromDecimal(answer.score));
  }
  return scores;
}

const mean = (values: readonly Fraction[]): Fraction | null =>
  values.length === 0 ? null : divide(sum(values), whole(values.length));

/** Σ weight × value ÷ Σ weight over those that have a value; null when none has. */
export function weightedMean(
  items: readonly { readonly weight: Fraction; readonly value: Fraction | null }[],
): Fraction | null {
  let weights = ZERO;
  let total = ZERO;
  for (const { weight, value } of items) {
    if (value === null) continue;
    weights = add(weights, weight);
    total = add(total, multiply(weight, value));
  }
  return isZero(weights) ? null : divide(total, weights);
}

function indicatorFeedback(
  { indicator, weight }: WeightedIndicator,
  forms: readonly FeedbackForm[],
  decision: FeedbackDecision | undefined,
  awaited: ReadonlySet<Relation>,
): OpenFeedback {
  const relations: RelationScore[] = [];
  for (const relation of RELATIONS) {
    const text = indicator.relations[relation];
    const relationWeight = text === undefined ? ZERO : fromDecimal(text);
    if (isZero(relationWeight)) continue;
    const scores = scoresOf(forms, relation, indicator.id);
    const few = scores.length > 0 && scores.length < MIN_ANSWERS;
    relations.push({
      relation,
      weight: relationWeight,
      answers: scores.length,
      mean: mean(scores),
      hidden: few && isConfidential(relation),
      missing: scores.length === 0,
    });
  }
  const computed = weightedMean(relations.map((item) => ({ weight: item.weight, value: item.mean })));
  const calibration = decision?.calibrations.filter((item) => item.indicatorId === indicator.id).at(-1);
  const self = mean(scoresOf(forms, 'self', indicator.id));
  const selfGap = self === null || computed === null ? null : subtract(self, computed);
  return {
    feedback: {
      indicatorId: indicator.id,
      weight,
      score: calibration ? fromDecimal(calibration.score) : computed,
      computed,
      relations,
      self,
      selfGap,
      selfGapLarge: selfGap !== null && compare(selfGap.n < 0n ? negate(selfGap) : selfGap, LARGE_GAP) > 0,
    },
    calibrated: calibration !== undefined,
    settling: relations.some(({ relation, answers }) => answers < MIN_ANSWERS && awaited.has(relation)),
  };
}

/** Peers and reports who were asked and have not answered: until they have, what is shown must not lead to them. */
const awaitedRelations = (forms: readonly FeedbackForm[]): Set<Relation> =>
  new Set(forms.flatMap(({ relation, state }) => (state !== 'returned' && isConfidential(relation) ? [relation] : [])));

/**
 * 360-degree result of one member (specification section 4). Relations are averaged apart and never pooled; one that did
 * not answer leaves its weight to the others, which stays unaccepted until the manager agrees. What could give
 * away a hidden answer is taken out of the indicators (`concealFeedback`); the score itself is the full one.
 */
export function feedbackResult(
  indicators: readonly WeightedIndicator[],
  forms: readonly FeedbackForm[],
  decision?: FeedbackDecision,
): QualitativeResult {
  const counted = countedForms(forms);
  const awaited = awaitedRelations(forms);
  const open = indicators.map((item) => indicatorFeedback(item, counted, decision, awaited));
  const computed = open.map(({ feedback }) => feedback);
  const unaccepted = computed.flatMap((item) =>
    item.relations
      .filter((relation) => relation.missing)
      .map(({ relation }) => ({ indicatorId: item.indicatorId, relation }))
      .filter(
        ({ indicatorId, relation }) =>
          !decision?.acceptedMissing.some((gap) => gap.indicatorId === indicatorId && gap.relation === relation),
      ),
  );
  const score = weightedMean(computed.map((item) => ({ weight: item.weight, value: item.score })));
  return { score, indicators: concealFeedback(open), unaccepted };
}
