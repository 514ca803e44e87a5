import { applyChanges, diffPlans, type Change } from '../domain/change';
import type { FactSeries } from '../domain/facts';
import type { Plan } from '../domain/plan';
import type { PlanData } from '../domain/planData';
import { enactPolicy, policyVersions, sameRules } from '../domain/policyHistory';

/** What another laptop's copy of a plan would bring to the one here. */
export interface PlanMerge {
  /** Records and reported figures that are only over there: they can be taken without a question. */
  readonly additions: readonly Change[];
  /** Records that differ; `before` is what stands here, `after` what stands there. Each is one question. */
  readonly conflicts: readonly Change[];
  /** Records that are only here; they stay. */
  readonly onlyHere: number;
}

/**
 * Lays two copies of the same plan beside each other, record by record. Nothing here is ever lost by the additions. Figures
 * of one goal are joined row by row: two people who reported different days do not contradict each other; the same day from
 * the same source with another value does, and only those days are the question: whoever answers it loses no other day.
 * The instant of the last edit, the day a plan is looked at and the numbers of versions are not content.
 */
export function mergePlan(here: PlanData, there: PlanData): PlanMerge {
  const theirs = { ...there, plan: comparableHead(here.plan, there.plan) };
  const additions: Change[] = [];
  const conflicts: Change[] = [];
  let onlyHere = 0;
  for (const change of diffPlans(here, theirs)) {
    if (change.after === undefined) onlyHere += 1;
    else if (change.before === undefined) (locks(change) ? conflicts : additions).push(change);
    else if (change.collection === 'facts') {
      const { mine, yours } = joinFacts(change.before, change.after);
      if (mine !== change.before) additions.push({ ...change, after: mine });
      if (yours !== mine) conflicts.push({ ...change, before: mine, after: yours });
    } else if (change.collection === 'plan') {
      conflicts.push({ ...change, after: withTheirRules(change.after, here.plan, there.plan) });
    } else conflicts.push(change);
  }
  return { additions, conflicts, onlyHere };
}

/** Their head with what is not content as it is here: the instant of the last edit, the day it is looked at, versions. */
function comparableHead(here: Plan, there: Plan): Plan {
  const { updatedAt, asOf, policyHistory } = here;
  const { policyHistory: _, ...head } = there;
  const policy = sameRules(here.policy, there.policy) ? here.policy : there.policy;
  return { ...head, updatedAt, asOf, policy, ...(policyHistory ? { policyHistory } : {}) };
}

/** Their rules on top of the versions here, as the next one, so that no version that was in force is forgotten. */
function withTheirRules(head: Plan, here: Plan, there: Plan): Plan {
  const last = policyVersions(there).at(-1);
  const enactment = { at: last?.at ?? there.updatedAt, note: last?.note ?? '' };
  const effects = last?.effects ? { effects: last.effects } : {};
  return enactPolicy({ ...head, policy: here.policy }, there.policy, { ...enactment, ...effects });
}

/** Taking it freezes the plan's figures (specification section 10): that is never done without a question. */
const locks = ({ collection }: Change): boolean => collection === 'finalisations';

/** The plan here with the additions and the conflicts that were decided for the other side. */
export function applyMerge(here: PlanData, merge: PlanMerge, accepted: readonly Change[]): PlanData {
  return applyChanges(here, [...merge.additions, ...accepted]);
}

interface Row {
  readonly key: string;
  readonly date: string;
  readonly content: string;
  readonly at: { readonly series: FactSeries; readonly index: number };
}

/**
 * Both series in one, in date order: `mine` with my value where they contradict each other (mine itself when theirs brings
 * nothing), `yours` with theirs (the same object when nothing contradicts).
 */
function joinFacts(mine: FactSeries, theirs: FactSeries): { readonly mine: FactSeries; readonly yours: FactSeries } {
  const kept = rowsOf(mine);
  const known = new Map(kept.map((row) => [row.key, row.content]));
  const other = rowsOf(theirs);
  const added = other.filter(({ key }) => !known.has(key));
  const against = new Map(
    other.filter(({ key, content }) => known.has(key) && known.get(key) !== content).map((row) => [row.key, row]),
  );
  const joined = added.length === 0 ? mine : seriesOf(mine.id, [...kept, ...added]);
  if (against.size === 0) return { mine: joined, yours: joined };
  return { mine: joined, yours: seriesOf(mine.id, [...kept.map((row) => against.get(row.key) ?? row), ...added]) };
}

function seriesOf(id: string, unsorted: readonly Row[]): FactSeries {
  const rows = [...unsorted].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const column = <K extends 'values' | 'numerators' | 'denominators'>(name: K): FactSeries[K] =>
    rows.map(({ at }) => at.series[name][at.index] ?? null);
  return {
    id,
    dates: rows.map((row) => row.date),
    values: column('values'),
    numerators: column('numerators'),
    denominators: column('denominators'),
    sources: rows.map(({ at }) => at.series.sources[at.index] ?? ''),
  };
}

/** Rows of a series; several of one day and source are told apart by their place among them. */
function rowsOf(series: FactSeries): Row[] {
  const seen = new Map<string, number>();
  return series.dates.map((date, index) => {
    const stem = JSON.stringify([date, series.sources[index]]);
    const place = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, place);
    const content = JSON.stringify([series.values[index], series.numerators[index], series.denominators[index]]);
    return { key: `${stem}#${place}`, date, content, at: { series, index } };
  });
}
