import { makePlan, makePlanData } from '#shared/domain/builders';
import type { Change } from '#shared/domain/change';
import { putRecord } from '#shared/domain/change';
import type { Lesson } from '#shared/domain/evaluation';
import type { NewId } from '#shared/domain/ids';
import { lessonsInOrder, nextLessonOrder } from '#shared/domain/lessons';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { sameProcedure, sopArrivals, type SopArrival } from '#shared/domain/sopMerge';
import type { StoredLesson } from './lessons';

/**
 * The procedures of all plans, a card each: one that was carried on and changed is one card with the texts it had as its
 * versions, the one of the latest period in force; the plans it stands in are named on it.
 */
export function libraryCards(lessons: readonly StoredLesson[], on: IsoDate): Lesson[] {
  const cards: Lesson[] = [];
  const oldestFirst = [...lessons].sort((a, b) => (a.planStart < b.planStart ? -1 : a.planStart > b.planStart ? 1 : 0));
  for (const { planName, planStart: _, ...lesson } of oldestFirst) {
    const named: Lesson = { ...lesson, usedIn: [...new Set([...(lesson.usedIn ?? []), planName])] };
    const [arrival] = sopArrivals(cards, [named], { on, source: planName });
    if (arrival?.kind === 'new') cards.push(named);
    if (arrival?.kind === 'version') cards[cards.indexOf(arrival.before)] = arrival.lesson;
  }
  return cards.map((card, order) => ({ ...card, order }));
}

/** The cards of a plan, with the plan among those they are used in. */
export const namedCards = (data: PlanData): Lesson[] =>
  lessonsInOrder(data).map((lesson) => ({
    ...lesson,
    usedIn: [...new Set([...(lesson.usedIn ?? []), data.plan.name])],
  }));

/** The library as a plan of cards alone, for the workbook 复盘与SOP; `name` stands where a plan's name would. */
export function libraryPlan(cards: readonly Lesson[], name: string, period: Pick<PlanData['plan'], 'start' | 'end'>) {
  return makePlanData(makePlan({ id: '', name, ...period }), { lessons: cards });
}

/** The changes that take the chosen arrivals into the open plan; a card that stands in another plan comes along whole. */
export function arrivalChanges(data: PlanData, chosen: readonly SopArrival[], newId: NewId): Change[] {
  const first = nextLessonOrder(data);
  return chosen.flatMap((arrival, index): Change[] => {
    if (arrival.kind === 'same') return [];
    const own = arrival.kind === 'version' && data.lessons.has(arrival.before.id);
    const lesson = own ? arrival.lesson : { ...arrival.lesson, id: newId(), order: first + index };
    return [putRecord(data, 'lessons', lesson)];
  });
}

/** Cards as an arrival finds them: those of the open plan before the same procedure of another. */
export const nearestFirst = (own: readonly Lesson[], all: readonly Lesson[]): Lesson[] => [
  ...own,
  ...all.filter((card) => !own.some((one) => sameProcedure(one, card))),
];
