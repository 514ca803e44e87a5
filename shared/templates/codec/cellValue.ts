import type { Fraction } from '../../calc/result';
import { toNumber } from '../../calc/fraction';
import type { CellValue } from '../../workbook/model';
import { say, type CellContent, type CellShape, type Locale } from '../definition';
import { numberText } from './numberText';
import { joinPeople } from './text';

/** Number format of a kind of column. Percentages are written in points, so that `85` may be typed over them. */
export const NUMBER_FORMATS: Readonly<Record<string, string | undefined>> = {
  integer: '0',
  decimal: '#,##0.######',
  percent: '0.##',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  // Text format: a typed `=1+1` or `007` stays what it is.
  text: '@',
};

const isList = (content: CellContent): content is readonly string[] => Array.isArray(content);
const isFraction = (content: CellContent): content is Fraction =>
  typeof content === 'object' && content !== null && !isList(content);

/**
 * Canonical content as a cell's value. Text always becomes a text cell, never a formula, whatever it begins with
 * (`=`, `+`, `-`, `@`).
 */
export function cellValue(content: CellContent, column: CellShape, locale: Locale): CellValue | null {
  if (content === null || content === '') return null;
  if (isFraction(content)) return { kind: 'number', value: nearest(content) };
  if (isList(content)) return content.length === 0 ? null : { kind: 'text', text: joinPeople(content) };
  switch (column.kind) {
    case 'date':
      return { kind: 'date', date: content };
    case 'choice': {
      const choice = column.choices?.find(({ value }) => value === content);
      return { kind: 'text', text: choice ? say(choice.label, locale) : content };
    }
    case 'text':
    case 'people':
      return { kind: 'text', text: content };
    default:
      // More digits than a spreadsheet keeps: as text, so that nothing is lost on the way back.
      return numberText(Number(content)) === content
        ? { kind: 'number', value: Number(content) }
        : { kind: 'text', text: content };
  }
}

/**
 * The fraction as a spreadsheet holds it, to the last digit it can: a presence of 7/11 cut after twelve digits would make
 * a bonus that lies exactly between two 分 come out one 分 too low.
 */
function nearest({ n, d }: Fraction): number {
  const [over, under] = [Number(n), Number(d)];
  return Number.isFinite(over / under) ? over / under : toNumber({ n, d });
}
