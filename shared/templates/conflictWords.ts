import { evaluatePlan } from '../calc/plan';
import type { Change } from '../domain/change';
import type { FactSeries } from '../domain/facts';
import type { CollectionName, PlanData } from '../domain/planData';
import type { Plan } from '../domain/plan';
import type { Instant, IsoDate } from '../domain/primitives';
import { say, type AnySheet, type Locale } from './definition';
import { rowTexts, type Texts } from './import/preview';
import { SHEETS } from './registry';
import { SETTINGS } from './sheets/settings';

/** One thing that is another on both sides of a conflict. '' = empty. */
export interface ConflictField {
  /** As the templates call it; a date for a reported figure; the field's own name (`raw`) where no template has it. */
  readonly label: string;
  readonly raw: boolean;
  readonly mine: string;
  readonly theirs: string;
}

interface Clock {
  readonly locale: Locale;
  readonly now: Instant;
  readonly today: IsoDate;
}

/** The sheet whose rows are the records of a collection, and how such a record's row is called there. */
const SHEET_OF: { readonly [K in CollectionName]?: string } = {
  members: 'members',
  indicators: 'indicators',
  goals: 'goals',
  milestones: 'milestones',
  trackingNotes: 'tracking',
  monthlyReviews: 'monthlyReview',
  meetings: 'meetings',
  conversations: 'evaluationSummary',
  payouts: 'incentives',
  teamRewards: 'teamRewards',
  lessons: 'lessons',
};

/**
 * What differs in each conflict of a merge, in the words and the notation of the templates, so that a person can choose.
 * A list per conflict, in their order; `mine` stands here, `theirs` in the archive.
 */
export function conflictWords(
  conflicts: readonly Change[],
  here: PlanData,
  there: PlanData,
  clock: Clock,
): ConflictField[][] {
  if (conflicts.length === 0) return [];
  const [mine, theirs] = [here, there].map((data) => textsOf(data, clock)) as [SheetTexts, SheetTexts];
  return conflicts.map((conflict) => {
    if (conflict.collection === 'plan') {
      const shown = [...planFields(mine, theirs, clock.locale), ...headFields(conflict.before, conflict.after)];
      return shown.length > 0 ? shown : rawFields(conflict.before, conflict.after);
    }
    if (conflict.collection === 'facts') return factFields(conflict.before, conflict.after);
    const sheet = SHEETS.find(({ id }) => id === SHEET_OF[conflict.collection]);
    const fields = sheet ? rowFields(sheet, rowKeyOf(conflict), mine, theirs, clock.locale) : [];
    return fields.length > 0 ? fields : rawFields(conflict.before, conflict.after);
  });
}

type SheetTexts = (sheet: AnySheet) => Texts;

/** Rows of a side by sheet; each sheet is laid out once, and only when it is asked for. */
function textsOf(data: PlanData, clock: Clock): SheetTexts {
  const result = evaluatePlan(data, clock.today);
  const known = new Map<string, Texts>();
  return (sheet) => {
    const texts = known.get(sheet.id) ?? rowTexts(sheet, data, result, clock);
    known.set(sheet.id, texts);
    return texts;
  };
}

function rowKeyOf(conflict: Change): string {
  if (conflict.collection === 'trackingNotes' && conflict.after)
    return `${conflict.after.goalId}#${conflict.after.slot}`;
  if (conflict.collection === 'monthlyReviews' && conflict.after)
    return `${conflict.after.goalId}#${conflict.after.month}`;
  return conflict.id;
}

function rowFields(
  sheet: AnySheet,
  key: string,
  mine: SheetTexts,
  theirs: SheetTexts,
  locale: Locale,
): ConflictField[] {
  const [left, right] = [mine(sheet).get(key), theirs(sheet).get(key)];
  return sheet.columns.flatMap((column) => {
    const [a, b] = [left?.get(column.key) ?? '', right?.get(column.key) ?? ''];
    return a === b ? [] : [{ label: say(column.label, locale), raw: false, mine: a, theirs: b }];
  });
}

function planFields(mine: SheetTexts, theirs: SheetTexts, locale: Locale): ConflictField[] {
  const sheet = SHEETS.find(({ id }) => id === 'plan');
  if (!sheet) return [];
  return SETTINGS.filter(({ key }) => key !== 'asOf').flatMap((setting) => {
    const [a, b] = [mine, theirs].map((texts) => texts(sheet).get(setting.key)?.get('value') ?? '') as [string, string];
    return a === b ? [] : [{ label: say(setting.label, locale), raw: false, mine: a, theirs: b }];
  });
}

/** What sheet 方案 does not show of a plan's head. */
function headFields(before: Plan, after: Plan): ConflictField[] {
  const shown: readonly string[] = ['stage', 'teamGoalId'];
  return rawFields(before, after).filter(({ label }) => shown.includes(label));
}

/** Days whose figure is another. Both series have the same days in the same order (migrations/mergePlan). */
function factFields(before: FactSeries | undefined, after: FactSeries | undefined): ConflictField[] {
  const show = (series: FactSeries | undefined, at: number): string =>
    [series?.values[at], series?.numerators[at] && `${series.numerators[at]} / ${series.denominators[at] ?? ''}`]
      .filter(Boolean)
      .join(' · ');
  return (after?.dates ?? []).flatMap((date, at) => {
    const [mine, theirs] = [show(before, at), show(after, at)];
    return mine === theirs ? [] : [{ label: date, raw: false, mine, theirs }];
  });
}

/** Fields as they are stored, of records no template shows; what is no plain value only says that it is another. */
function rawFields(before: object | undefined, after: object | undefined): ConflictField[] {
  const [a, b] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  const plain = (value: unknown): string =>
    value === null || value === undefined ? '' : typeof value === 'object' ? '…' : String(value);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map((key) => ({ label: key, raw: true, mine: plain(a[key]), theirs: plain(b[key]) }));
}
