import type { Lesson } from '../../domain/evaluation';
import { both, type ColumnDefinition, type ImportRow, type ImportTarget, type Refusal } from '../definition';
import { lessonTitled } from './lessons';

/** A row about something on a card: the card, the thing, and its place there. */
export interface OfLesson<Thing> {
  readonly lesson: Lesson;
  readonly thing: Thing;
  readonly key: string;
}

/** The column that says which card a row belongs to, as sheet 复盘与SOP calls it. */
export const topicColumn: ColumnDefinition<OfLesson<unknown>> = {
  key: 'title',
  label: both('主题', 'Topic'),
  required: true,
  kind: 'text',
  note: both('复盘与SOP 里的主题', 'The topic as in sheet Retrospective and SOP'),
  width: 26,
  get: ({ lesson }) => lesson.title,
};

/** The card a row is about: by its hidden key while the topic still agrees, else by topic; refused when there is none. */
export function lessonOfRow(row: ImportRow, target: ImportTarget): Lesson | { readonly refused: Refusal } {
  const title = row.text('title');
  const keyed = target.data.lessons.get(row.key?.split('#')[0] ?? '');
  const lesson = keyed?.title === title ? keyed : lessonTitled(target, title);
  return lesson ?? { refused: { code: 'import.unknownLesson', column: 'title', params: { text: title } } };
}
