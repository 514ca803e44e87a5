import type { Change } from '#shared/domain/change';
import type { Member } from '#shared/domain/organisation';
import { makeFeedbackForm } from '#shared/domain/builders';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { NewId } from '#shared/domain/ids';
import type { Relation } from '#shared/domain/indicator';
import type { Plan } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import type { PlanResult } from '#shared/calc/result';
import { MIN_ANSWERS } from '#shared/calc/confidentiality';

/** All relations in the order they are shown in. */
export const RELATIONS = ['superior', 'peer', 'customer', 'report', 'self'] as const satisfies readonly Relation[];

/** How many raters a relation should have as a rule; peers and reports stay hidden below three (specification section 4). */
const MINIMUM: Readonly<Record<Relation, number>> = {
  superior: 1,
  peer: MIN_ANSWERS,
  customer: 2,
  report: MIN_ANSWERS,
  self: 1,
};

/** Most that may be asked for as a minimum. */
export const MOST_RATERS = 20;

/** How many raters a relation should have in this plan. */
export const minimumOf = (plan: Plan): Readonly<Record<Relation, number>> => ({ ...MINIMUM, ...plan.feedbackMinimum });

/** The change that sets how many raters a relation should have. */
export function minimumChange(data: PlanData, feedbackMinimum: Readonly<Record<Relation, number>>): Change[] {
  const before = data.plan;
  return [{ collection: 'plan', id: before.id, before, after: { ...before, feedbackMinimum } }];
}

/** A minimum as typed: a whole number from 0 to `MOST_RATERS`; null for anything else. */
export function readMinimum(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,2}$/.test(plain) && Number(plain) <= MOST_RATERS ? Number(plain) : null;
}

/** One relation of one person's round. */
export interface RoundCell {
  readonly relation: Relation;
  readonly asked: number;
  readonly answered: number;
  /** It has a weight in at least one of the person's indicators. */
  readonly counts: boolean;
  /** Fewer asked than the minimum, where the relation counts. */
  readonly short: boolean;
}

/** One person's round. */
export interface RoundRow {
  readonly member: Member;
  readonly unitName: string;
  readonly cells: readonly RoundCell[];
  /** Forms that are sent and have not come back. */
  readonly waiting: readonly FeedbackForm[];
  readonly planned: number;
  readonly due: IsoDate | null;
}

/** The forms about one person, by relation and then by the rater's name, so that they stay in their places. */
export function formsOf(data: PlanData, memberId: string): FeedbackForm[] {
  return [...data.feedbackForms.values()]
    .filter((form) => form.assesseeId === memberId)
    .map((form) => ({ form, name: raterName(data, form) }))
    .sort(
      (a, b) =>
        RELATIONS.indexOf(a.form.relation) - RELATIONS.indexOf(b.form.relation) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
    .map(({ form }) => form);
}

/** The rater as shown: the member's name, or as written. */
export const raterName = (data: PlanData, form: FeedbackForm): string =>
  data.members.get(form.raterId ?? '')?.name ?? form.raterName;

function roundCell(data: PlanData, result: PlanResult, memberId: string, relation: Relation): RoundCell {
  const forms = formsOf(data, memberId).filter((form) => form.relation === relation);
  const indicators = result.members.get(memberId)?.qualitative.indicators ?? [];
  const counts = indicators.some((one) => one.relations.some((other) => other.relation === relation));
  return {
    relation,
    asked: forms.length,
    answered: forms.filter((form) => form.state === 'returned').length,
    counts,
    short: counts && forms.length < minimumOf(data.plan)[relation],
  };
}

/** The state of the round: one row a ranked person, in the order of the plan. */
export function roundRows(data: PlanData, result: PlanResult): RoundRow[] {
  return [...data.members.values()]
    .filter((member) => result.members.has(member.id))
    .sort((a, b) => a.order - b.order)
    .map((member) => {
      const forms = formsOf(data, member.id);
      const dues = forms.flatMap((form) => form.due ?? []).sort();
      return {
        member,
        unitName: data.units.get(member.unitId ?? '')?.name ?? '',
        cells: RELATIONS.map((relation) => roundCell(data, result, member.id, relation)),
        waiting: forms.filter((form) => form.state === 'sent'),
        planned: forms.filter((form) => form.state === 'planned').length,
        due: dues.at(-1) ?? null,
      };
    });
}

/** Who may be asked, as a member or as written. */
export interface Rater {
  readonly relation: Relation;
  readonly raterId: string | null;
  readonly name: string;
  readonly email: string;
}

const asRater = (relation: Relation, member: Member): Rater => ({
  relation,
  raterId: member.id,
  name: member.name,
  email: member.email,
});

/**
 * Who should judge a person by the organisation: the direct superior, colleagues of the same unit (of the neighbouring
 * units until there are enough, those with the same superior first), those who report to the person, and the person. Enough is the
 * minimum of the round; at most one colleague more is suggested.
 */
export function suggestRaters(data: PlanData, memberId: string, asOf: IsoDate): Rater[] {
  const enough = minimumOf(data.plan).peer;
  const person = data.members.get(memberId);
  if (!person) return [];
  const present = [...data.members.values()]
    .filter((other) => other.id !== memberId && !other.external && (other.leftOn === null || other.leftOn >= asOf))
    .sort((a, b) => a.order - b.order);
  const superior = data.members.get(person.superiorId ?? '');
  const reports = present.filter((other) => other.superiorId === memberId);
  const level = present.filter((other) => other !== superior && other.superiorId !== memberId);
  const parent = data.units.get(person.unitId ?? '')?.parentId ?? null;
  const near = level.filter((other) => person.unitId !== null && other.unitId === person.unitId);
  const next = level.filter(
    (other) =>
      !near.includes(other) && parent !== null && (data.units.get(other.unitId ?? '')?.parentId ?? null) === parent,
  );
  // Who leads a group is judged best by those who lead the others.
  const alike = (other: Member): number =>
    other.superiorId === person.superiorId && other.superiorName === person.superiorName ? 0 : 1;
  next.sort((a, b) => alike(a) - alike(b) || a.order - b.order);
  const colleagues = [...near, ...next.slice(0, Math.max(0, enough - near.length))].slice(0, enough + 1);
  const above: Rater[] = superior
    ? [asRater('superior', superior)]
    : person.superiorName === ''
      ? []
      : [{ relation: 'superior', raterId: null, name: person.superiorName, email: '' }];
  return [
    ...above,
    ...colleagues.map((other) => asRater('peer', other)),
    ...reports.map((other) => asRater('report', other)),
    asRater('self', person),
  ];
}

/** Members who may still be asked about a person in a relation: the person only for 自评, others once, whatever the relation. */
export function askable(data: PlanData, assesseeId: string, relation: Relation): Member[] {
  const asked = new Set(formsOf(data, assesseeId).flatMap(({ raterId }) => raterId ?? []));
  return [...data.members.values()]
    .filter(({ id }) => !asked.has(id) && (id === assesseeId) === (relation === 'self'))
    .sort((a, b) => a.order - b.order);
}

/** What new forms need. `token` of a form is its own fresh id. */
export interface PlanForms {
  readonly newId: NewId;
  readonly due: IsoDate | null;
}

/** Planned forms for the raters who are not yet asked in that relation about that person. */
export function planForms(
  data: PlanData,
  assesseeId: string,
  raters: readonly Rater[],
  input: PlanForms,
): FeedbackForm[] {
  const key = (relation: Relation, id: string | null, name: string): string => `${relation}|${id ?? name.trim()}`;
  const asked = new Set(formsOf(data, assesseeId).map((form) => key(form.relation, form.raterId, form.raterName)));
  return raters
    .filter((rater) => {
      const one = key(rater.relation, rater.raterId, rater.name);
      if (asked.has(one)) return false;
      asked.add(one);
      return true;
    })
    .map((rater) =>
      makeFeedbackForm({
        id: input.newId(),
        token: input.newId(),
        assesseeId,
        relation: rater.relation,
        raterId: rater.raterId,
        raterName: rater.name,
        raterEmail: rater.email,
        due: input.due,
      }),
    );
}

/** Customers as typed or pasted, one a line: `name <mail>`, `name, mail`, `name<Tab>mail`, or a name or an address alone. */
export function readCustomers(text: string): Rater[] {
  return text
    .split(/[\r\n;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Rater => {
      const email = /[^\s<>,，\t"]+@[^\s<>,，\t"]+/.exec(line)?.[0] ?? '';
      const name = line
        .replace(email, '')
        .replace(/[<>,，"\t]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return { relation: 'customer', raterId: null, name: name === '' ? email : name, email };
    });
}
