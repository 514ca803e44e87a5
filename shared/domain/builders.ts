import { emptyPlanData, type CollectionName, type Collections, type PlanData } from './planData';
import type { FactSeries } from './facts';
import type { FeedbackForm } from './feedback';
import type { Goal, Milestone } from './goal';
import type { Indicator } from './indicator';
import type { Member, Unit } from './organisation';
import type { Plan } from './plan';
import type { Policy } from './policy';
import type { Decimal, IsoDate } from './primitives';
import type { TrackingNote } from './tracking';

/** A part of a record that at least says which one it is. */
export type Draft<T extends { readonly id: string }> = Partial<T> & Pick<T, 'id'>;

/** The policy the specification sets where nobody chose otherwise (sections 3, 5, 7 and 9). */
export function defaultPolicy(): Policy {
  return {
    version: 1,
    quantitativeShare: '0.7',
    qualitativeShare: '0.3',
    scoring: {
      kind: 'bands',
      bands: [
        { from: '1', value: '100' },
        { from: '0.8', value: '80' },
        { from: '0.6', value: '60' },
        { from: '0', value: '0' },
      ],
    },
    grades: [
      { from: '90', name: '优秀' },
      { from: '80', name: '良好' },
      { from: '60', name: '合格' },
      { from: '0', name: '待改进' },
    ],
    payoutBands: [
      { from: '1', value: '1.2' },
      { from: '0.8', value: '1' },
      { from: '0.6', value: '0.8' },
      { from: '0', value: '0' },
    ],
    payoutBasis: 'overallCompletion',
    starShare: '0.2',
    starRounding: 'floor',
    warningThreshold: '0.8',
    warningRun: 2,
    prorate: false,
    budget: null,
    ownHolidays: [],
    ownWorkdays: [],
    monthWeights: {},
  };
}

/** Head of a plan; without more, the third quarter of 2026 under the default policy. */
export function makePlan(draft: Draft<Plan>): Plan {
  return {
    name: '',
    teamName: '',
    start: '2026-07-01',
    end: '2026-09-30',
    scenario: 'strategy',
    asOf: null,
    moneyUnit: 'wan',
    stage: 'planning',
    policy: defaultPolicy(),
    teamGoalId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...draft,
  };
}

/** A unit; without more, a group at the top. */
export function makeUnit(draft: Draft<Unit>): Unit {
  return { name: draft.id, level: 'group', parentId: null, note: '', order: 0, ...draft };
}

/** A member; without more, ranked here and without a bonus base. */
export function makeMember(draft: Draft<Member>): Member {
  return {
    name: draft.id,
    employeeNo: '',
    unitId: null,
    position: '',
    superiorId: null,
    superiorName: '',
    email: '',
    joinedOn: null,
    leftOn: null,
    bonusBase: 0,
    mentorId: null,
    aliases: [],
    external: false,
    order: 0,
    ...draft,
  };
}

/** An indicator; without more, a quantitative sum of which more is better. */
export function makeIndicator(draft: Draft<Indicator>): Indicator {
  return {
    name: draft.id,
    kind: 'quantitative',
    aggregation: draft.kind === 'qualitative' ? 'average' : 'sum',
    direction: 'higher',
    lowerFormula: 'linear',
    cap: null,
    unit: draft.kind === 'qualitative' ? '分' : '',
    precision: draft.kind === 'qualitative' ? 1 : 0,
    definition: '',
    source: '',
    numeratorName: '',
    denominatorName: '',
    relations: draft.kind === 'qualitative' ? { superior: '40', peer: '30', customer: '30' } : {},
    warning: null,
    ...draft,
  };
}

/** A goal; without more, a person's period total that is not yet set, weighted or agreed. */
export function makeGoal(draft: Draft<Goal> & Pick<Goal, 'holder' | 'indicatorId'>): Goal {
  return {
    code: draft.id,
    level: draft.holder.kind === 'member' ? 'person' : 'group',
    parentId: null,
    dimension: '',
    dimensionValue: '',
    baseline: null,
    target: null,
    targetBasis: 'total',
    weight: null,
    accountableId: null,
    accountableName: '',
    responsibleIds: [],
    supportingIds: [],
    due: null,
    source: '',
    agreement: { state: 'open', on: null, comments: [] },
    note: '',
    partOfLarger: false,
    order: 0,
    ...draft,
  };
}

/** A milestone that is ticked by hand. */
export function makeMilestone(draft: Draft<Milestone> & Pick<Milestone, 'goalId' | 'date'>): Milestone {
  return { title: '', rule: 'manual', threshold: null, state: 'open', doneOn: null, ...draft };
}

/** What was said about a goal in a slot; without more, nothing yet and no intervention. */
export function makeTrackingNote(draft: Draft<TrackingNote> & Pick<TrackingNote, 'goalId' | 'slot'>): TrackingNote {
  return {
    cause: '',
    measure: '',
    support: '',
    ownerId: null,
    ownerName: '',
    due: null,
    state: 'open',
    intervention: false,
    recordedOn: null,
    ...draft,
  };
}

/** A feedback form; without more, one that is planned and has no answers. */
export function makeFeedbackForm(
  draft: Draft<FeedbackForm> & Pick<FeedbackForm, 'assesseeId' | 'relation'>,
): FeedbackForm {
  return {
    token: draft.id,
    raterId: null,
    raterName: '',
    raterEmail: '',
    due: null,
    state: 'planned',
    sentAt: null,
    returnedAt: null,
    answers: [],
    strengths: '',
    improvements: '',
    ...draft,
  };
}

/** One reported figure: a plain value, or the two sides of a ratio. */
export type Fact =
  readonly [date: IsoDate, value: Decimal] | readonly [date: IsoDate, numerator: Decimal, denominator: Decimal];

/** The facts of one goal as columns, put in date order; all from one source (default `grid`). */
export function makeFacts(goalId: string, facts: readonly Fact[], source = 'grid'): FactSeries {
  const rows = [...facts].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  return {
    id: goalId,
    dates: rows.map((row) => row[0]),
    values: rows.map((row) => (row.length === 2 ? row[1] : null)),
    numerators: rows.map((row) => (row.length === 3 ? row[1] : null)),
    denominators: rows.map((row) => (row.length === 3 ? row[2] : null)),
    sources: rows.map(() => source),
  };
}

/** An aggregate made of a head and lists of records; collections that are not named are empty. */
export function makePlanData(
  plan: Plan,
  lists: { readonly [K in CollectionName]?: readonly Collections[K][] } = {},
): PlanData {
  const filled = Object.entries(lists).map(([name, records]) => [
    name,
    new Map(records.map((record) => [record.id, record])),
  ]);
  return { ...emptyPlanData(plan), ...(Object.fromEntries(filled) as Partial<PlanData>) } as PlanData;
}
