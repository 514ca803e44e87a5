import type { Style } from 'exceljs';
import type { SheetCell } from '../../workbook/model';
import { ROLE_STYLES } from './styles';

/** Holds a number, or is still empty and made for one: what is typed there later lines up with the rest. */
function holdsNumber({ value, format }: SheetCell): boolean {
  if (value?.kind === 'number') return true;
  if (value?.kind === 'formula' && value.cached !== '' && value.cached !== null)
    return typeof value.cached === 'number';
  return value?.kind !== 'text' && value?.kind !== 'date' && format !== undefined && /^[#0]/.test(format);
}

function make(model: SheetCell, numeric: boolean, format: string | undefined): Partial<Style> {
  const style = ROLE_STYLES[model.role];
  // Figures and words keep clear of the lines round them.
  const framed = style.border !== undefined && model.role !== 'header';
  const horizontal = model.align ?? (numeric ? 'right' : style.alignment?.horizontal);
  return {
    ...style,
    ...(format === undefined ? {} : { numFmt: format }),
    ...(model.bold === undefined ? {} : { font: { ...style.font, bold: model.bold } }),
    alignment: {
      ...style.alignment,
      ...(horizontal !== undefined || framed ? { horizontal: horizontal ?? 'left' } : {}),
      ...(framed && horizontal !== 'center' ? { indent: 1 } : {}),
    },
  };
}

const known = new Map<string, Partial<Style>>();

/**
 * Look of a cell. Cells that look alike share one object, by which the library knows them again; without that, writing
 * 10,000 rows takes several times as long. Never change what it gives.
 */
export function styleOf(model: SheetCell): Partial<Style> {
  const numeric = holdsNumber(model);
  const format = model.format ?? (model.value?.kind === 'date' ? 'yyyy-mm-dd' : undefined);
  const key = JSON.stringify([model.role, numeric, format, model.bold, model.align]);
  const style = known.get(key) ?? make(model, numeric, format);
  known.set(key, style);
  return style;
}
