import type { PlanResult } from '#shared/calc/result';
import type { Change } from '#shared/domain/change';
import type { Plan, PlanStage } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { Instant, IsoDate } from '#shared/domain/primitives';

/** One line of the list before a period is closed. */
export interface ClosingStep {
  readonly key: 'evaluation' | 'talks' | 'payouts' | 'lessons' | 'suggestions';
  readonly done: number;
  /** How many there should be; done when `done` reaches it. */
  readonly of: number;
  /** Screen where it is settled; null = here. */
  readonly screen: 'evaluation' | 'conversation' | 'incentives' | null;
}

export const isDone = (step: ClosingStep): boolean => step.done >= step.of;

const FINAL: readonly PlanStage[] = ['final', 'paid', 'closed'];

/** What belongs to the end of a period, in the order of the cycle. */
export function closingSteps(data: PlanData, result: PlanResult): ClosingStep[] {
  const people = [...result.members.keys()];
  const lessons = [...data.lessons.values()];
  const kinds = new Set(lessons.filter((one) => one.title.trim() !== '').map((one) => one.kind));
  return [
    { key: 'evaluation', done: FINAL.includes(data.plan.stage) ? 1 : 0, of: 1, screen: 'evaluation' },
    {
      key: 'talks',
      done: people.filter((id) => data.conversations.get(id)?.heldOn).length,
      of: people.length,
      screen: 'conversation',
    },
    {
      key: 'payouts',
      done: people.filter((id) => data.payouts.get(id)?.state === 'paid').length,
      of: people.length,
      screen: 'incentives',
    },
    { key: 'lessons', done: kinds.size, of: 2, screen: null },
    {
      key: 'suggestions',
      done: Math.min(1, lessons.filter((one) => one.suggestion.trim() !== '').length),
      of: 1,
      screen: null,
    },
  ];
}

/** Closes the period; its figures stay as they are. */
export function closeChange(plan: Plan, at: Instant): Change {
  return { collection: 'plan', id: plan.id, before: plan, after: { ...plan, stage: 'closed', updatedAt: at } };
}

const DAY = 86_400_000;
const utc = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);
const day = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);

/** The period after this one: as many whole months, or as many days. Both ends inclusive. */
export function nextPeriod({ start, end }: { readonly start: IsoDate; readonly end: IsoDate }): {
  start: IsoDate;
  end: IsoDate;
} {
  const first = day(utc(end) + DAY);
  if (start.endsWith('-01') && first.endsWith('-01')) {
    const months = monthNumber(first) - monthNumber(start);
    const after = monthNumber(first) + months;
    const year = Math.floor(after / 12);
    return { start: first, end: day(utc(`${year}-${String((after % 12) + 1).padStart(2, '0')}-01`) - DAY) };
  }
  return { start: first, end: day(utc(first) + (utc(end) - utc(start))) };
}

const monthNumber = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const QUARTERS = '一二三四';

/** The name with its year and quarter moved on, `2026 年第三季度` or `2026 Q3`; other names get the first day. */
export function nextName(plan: Pick<Plan, 'name'>, start: IsoDate): string {
  const year = start.slice(0, 4);
  const quarter = Math.floor((Number(start.slice(5, 7)) - 1) / 3);
  const chinese = plan.name.replace(/\d{4}( ?)年第[一二三四]季度/, `${year}$1年第${QUARTERS[quarter] ?? ''}季度`);
  if (chinese !== plan.name) return chinese;
  const latin = plan.name
    .replace(/\d{4} ?Q[1-4]/, `${year} Q${quarter + 1}`)
    .replace(/Q[1-4] ?\d{4}/, `Q${quarter + 1} ${year}`);
  return latin === plan.name ? `${plan.name} · ${start}` : latin;
}
