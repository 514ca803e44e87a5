import type { Lesson, LessonDecision, LessonEvidence, SopVersion } from './evaluation';
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

const sameChart = (a: LessonEvidence, b: LessonEvidence): boolean =>
  a.holder === b.holder && a.indicator === b.indicator && a.on === b.on;

/** A card with a chart attached; the same goal on the same day stands there once, with the later figures. */
export const withEvidence = (lesson: Lesson, chart: LessonEvidence): Lesson => ({
  ...lesson,
  evidence: [...(lesson.evidence ?? []).filter((one) => !sameChart(one, chart)), chart],
});

/** A card without the chart at that place. */
export const withoutEvidence = (lesson: Lesson, at: number): Lesson => ({
  ...lesson,
  evidence: (lesson.evidence ?? []).filter((_, index) => index !== at),
});

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
