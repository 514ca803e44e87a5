import type { ImprovementItem } from '../../domain/evaluation';
import { parseWrittenDate } from './dateText';
import { halfWidth } from './text';

/** Between the fields of an item; spaces on both sides keep it apart from a bar inside a text. */
const BAR = ' | ';

/**
 * The improvement plan as one text: a line an item, `改进项 | 行动 | 责任人 | 完成时间 | 衡量标准 | 所需支持`, empty ends left
 * out.
 */
export function improvementText(items: readonly ImprovementItem[]): string {
  const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
  return items
    .map(({ item, action, owner, due, measure, support }) => {
      const fields = [item, action, owner, due ?? '', measure, support].map(oneLine);
      while (fields.at(-1) === '') fields.pop();
      return fields.join(BAR);
    })
    .join('\n');
}

/** Reads it back. A line without bars is an item with nothing said about it; what is no date stays with the measure. */
export function parseImprovement(text: string): ImprovementItem[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): ImprovementItem => {
      const [item = '', action = '', owner = '', on = '', measure = '', ...support] = line
        .split(/(?<=\s)[|｜](?=\s|$)/)
        .map((field) => field.trim());
      const due = on === '' ? null : parseWrittenDate(halfWidth(on));
      const kept = due && !due.ok ? [on, measure].filter((part) => part !== '').join(' ') : measure;
      return { item, action, owner, due: due?.ok ? due.value : null, measure: kept, support: support.join(BAR) };
    });
}
