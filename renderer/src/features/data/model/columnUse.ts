import type { ResultMapping } from '#shared/imports/types';
import type { ColumnUse } from '../useMapping';

/** What a column is used for in a mapping. */
export function useOf(mapping: ResultMapping, column: number): ColumnUse {
  const { measure, who } = mapping;
  if (mapping.date === column) return 'date';
  if (who?.kind === 'column' && who.column === column) return 'who';
  if (measure?.kind === 'value' && measure.column === column) return 'value';
  if (measure?.kind === 'parts' && measure.numerator === column) return 'numerator';
  if (measure?.kind === 'parts' && measure.denominator === column) return 'denominator';
  if (measure?.kind === 'months' && measure.columns.includes(column)) return 'month';
  if (mapping.filters.some((filter) => filter.column === column)) return 'filter';
  return mapping.dimension === column ? 'dimension' : '';
}

/** The mapping with a column taken out of every use. */
function without(mapping: ResultMapping, column: number): ResultMapping {
  const { measure, who } = mapping;
  const rest = measure?.kind === 'months' ? measure.columns.filter((one) => one !== column) : [];
  const inUse =
    (measure?.kind === 'value' && measure.column === column) ||
    (measure?.kind === 'parts' && (measure.numerator === column || measure.denominator === column));
  return {
    ...mapping,
    date: mapping.date === column ? null : mapping.date,
    who: who?.kind === 'column' && who.column === column ? null : who,
    measure: inUse
      ? null
      : measure?.kind === 'months'
        ? rest.length > 0
          ? { kind: 'months', columns: rest }
          : null
        : measure,
    filters: mapping.filters.filter((filter) => filter.column !== column),
    dimension: mapping.dimension === column ? null : mapping.dimension,
  };
}

/** The mapping with a column used otherwise; of a date, a person or an amount there is one column only. */
export function withUse(
  mapping: ResultMapping,
  column: number,
  use: ColumnUse,
  values: readonly string[],
): ResultMapping {
  const next = without(mapping, column);
  const parts = next.measure?.kind === 'parts' ? next.measure : null;
  switch (use) {
    case 'date':
      return { ...next, date: column };
    case 'who':
      return { ...next, who: { kind: 'column', column } };
    case 'value':
      return { ...next, measure: { kind: 'value', column } };
    case 'numerator':
      return { ...next, measure: { kind: 'parts', numerator: column, denominator: parts?.denominator ?? column } };
    case 'denominator':
      return { ...next, measure: { kind: 'parts', numerator: parts?.numerator ?? column, denominator: column } };
    case 'month': {
      const columns = next.measure?.kind === 'months' ? next.measure.columns : [];
      return { ...next, measure: { kind: 'months', columns: [...columns, column].sort((a, b) => a - b) } };
    }
    case 'filter':
      return { ...next, filters: [...next.filters, { column, values }] };
    case 'dimension':
      return { ...next, dimension: column };
    case '':
      return next;
  }
}
