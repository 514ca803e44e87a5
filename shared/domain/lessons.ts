import type { Lesson, LessonDecision, SopVersion } from './evaluation';
import type { PlanData } from './planData';
import type { IsoDate } from './primitives';

/** The plan's cards as they stand on the screen; cards without a position (of earlier releases) come first. */
export const lessonsInOrder = ({ lessons }: Pick<PlanData, 'lessons'>): Lesson[] =>
  [...lessons.values()].sort((a, b) => (a.order ?? -1) - (b.order ?? -1));

/** The position after the last card. */
export const nextLessonOrder = ({ lessons }: Pick<PlanData, 'lessons'>): number =>
  1 + Math.max(-1, ...[...lessons.values()].map((lesson) => lesson.order ?? -1));

/** The last settled version of a card's procedure; null while there is none. */
export const currentVersion = (lesson: Lesson): SopVersion | null => lesson.sopVersions?.at(-1) ?? null;

/** The practice was changed since its last version (or has none), and there is something to settle. */
export const hasUnsettledPractice = (lesson: Lesson): boolean =>
  lesson.practice !== '' && lesson.practice !== currentVersion(lesson)?.text;

/** Settles the practice as it is as the next version; earlier ones stay as they were. */
export function settleVersion(lesson: Lesson, on: IsoDate, change: string): Lesson {
  const version = (currentVersion(lesson)?.version ?? 0) + 1;
  return { ...lesson, sopVersions: [...(lesson.sopVersions ?? []), { version, on, text: lesson.practice, change }] };
}

/** A card with one more decision of the meeting. */
export const withDecision = (lesson: Lesson, decision: LessonDecision): Lesson => ({
  ...lesson,
  decisions: [...(lesson.decisions ?? []), decision],
});

/** A card without the decision at that place. */
export const withoutDecision = (lesson: Lesson, at: number): Lesson => ({
  ...lesson,
  decisions: (lesson.decisions ?? []).filter((_, index) => index !== at),
});
