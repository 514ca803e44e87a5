import type { Lesson } from '#shared/domain/evaluation';

/** A part of a card as it is read out. */
export interface LessonField {
  readonly key: 'facts' | 'cause' | 'practice' | 'suggestion';
  readonly text: string;
}

/** The parts of a card that are written, in the order they are talked about. */
export const fieldsOf = (lesson: Lesson): LessonField[] =>
  (['facts', 'cause', 'practice', 'suggestion'] as const)
    .map((key) => ({ key, text: lesson[key] }))
    .filter(({ text }) => text !== '');
