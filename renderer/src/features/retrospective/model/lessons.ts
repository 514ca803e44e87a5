import type { Lesson, LessonKind } from '#shared/domain/evaluation';
import { lessonsInOrder } from '#shared/domain/lessons';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';

/** An empty card. */
export const newLesson = (id: string, kind: LessonKind): Lesson => ({
  id,
  kind,
  title: '',
  facts: '',
  cause: '',
  practice: '',
  sopName: '',
  owner: '',
  suggestion: '',
  tags: [],
});

/** Steps of the chain of causes. */
export const WHYS = 5;

/** The chain of causes written in a card's cause: numbered lines, or the whole text as the first one. Always five. */
export function readWhys(cause: string): string[] {
  const lines = cause.split('\n').filter((line) => line.trim() !== '');
  const numbered = lines.length > 0 && lines.length <= WHYS && lines.every((line, i) => line.startsWith(`${i + 1}. `));
  const steps = numbered ? lines.map((line) => line.slice(3)) : cause.trim() === '' ? [] : [cause];
  return Array.from({ length: WHYS }, (_, i) => steps[i] ?? '');
}

/** The chain as the text of the card's cause: one line a step, numbered from two steps on; empty ones are left out. */
export function writeWhys(whys: readonly string[]): string {
  const steps = whys.map((why) => why.replace(/\s*\n\s*/g, ' ').trim()).filter((why) => why !== '');
  return steps.length < 2 ? (steps[0] ?? '') : steps.map((step, i) => `${i + 1}. ${step}`).join('\n');
}

/** Tags as typed: parted by spaces, commas or 、; each once. */
export const readTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;；#]+/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

/** A lesson with the plan it stands in. */
export interface StoredLesson extends Lesson {
  readonly planName: string;
  readonly planStart: IsoDate;
}

/** One procedure of the library: every card that feeds it, and the plans it stands in. */
export interface Sop {
  readonly name: string;
  readonly lessons: readonly StoredLesson[];
  readonly tags: readonly string[];
  readonly plans: readonly string[];
}

/** Lessons of all plans; one carried over word for word is listed once, with every plan it stands in. */
export function sopLibrary(lessons: readonly StoredLesson[]): Sop[] {
  const byName = new Map<string, StoredLesson[]>();
  for (const lesson of lessons) {
    const name = lesson.sopName.trim();
    if (name === '') continue;
    const known = byName.get(name);
    if (known) known.push(lesson);
    else byName.set(name, [lesson]);
  }
  return [...byName].map(([name, all]) => ({
    name,
    lessons: all.filter((one, i) => all.findIndex((other) => sameCard(one, other)) === i),
    tags: [...new Set(all.flatMap((one) => one.tags))],
    plans: [...new Set(all.flatMap((one) => [one.planName, ...(one.usedIn ?? [])]))],
  }));
}

const sameCard = (a: Lesson, b: Lesson): boolean => a.title === b.title && a.practice === b.practice;

/** The open plan's lessons in the order they were written. */
export const lessonsOf = (data: PlanData): Lesson[] => lessonsInOrder(data);

/** The same with the plan they stand in. */
export const storedLessons = (data: PlanData): StoredLesson[] =>
  lessonsOf(data).map((lesson) => ({ ...lesson, planName: data.plan.name, planStart: data.plan.start }));
