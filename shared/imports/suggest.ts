import type { Indicator } from '../domain/indicator';
import type { PlanData } from '../domain/planData';
import { looseText } from '../templates/codec/text';
import { dateColumn } from './findTable';
import { bestColumn, fittingColumns, meansWon } from './headers';
import { moneyUnit, resultAmount, unitChoice } from './resultAmount';
import { peopleIndex } from './people';
import type { Measure, ResultMapping, ResultTable, UnitChoice, Who } from './types';

/** Values of a column are looked at in the first so many rows. */
const SAMPLE = 500;

/** Different values of a column, the most frequent first; at most 40. */
export function columnValues(
  table: ResultTable,
  column: number,
): readonly { readonly text: string; readonly n: number }[] {
  const counts = new Map<string, number>();
  for (const row of table.rows.slice(table.headerRow + 1)) {
    const text = row[column]?.text.trim() ?? '';
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > 400) break;
  }
  return [...counts]
    .map(([text, n]) => ({ text, n }))
    .sort((a, b) => b.n - a.n)
    .slice(0, 40);
}

/** Indicators that facts can be reported for: those a goal is set on. */
export function reportable(data: PlanData): readonly Indicator[] {
  const used = new Set([...data.goals.values()].map(({ indicatorId }) => indicatorId));
  return [...data.indicators.values()].filter(({ id, kind }) => kind === 'quantitative' && used.has(id));
}

/** The column under the name of an indicator: 新客户数 for 新客户; -1 when there is none. */
function columnNamed(table: ResultTable, { name }: Indicator): number {
  const wanted = looseText(name);
  return wanted === '' ? -1 : table.headers.findIndex((header) => looseText(header).startsWith(wanted));
}

/** The column of figures: of the indicator that is fixed, else by a header of amounts, else of any indicator named. */
function amountColumn(table: ResultTable, data: PlanData, fixed: Indicator | null): number | null {
  const own = fixed === null ? -1 : columnNamed(table, fixed);
  if (own >= 0) return own;
  const amount = bestColumn(table.headers, 'amount');
  if (amount !== null) return amount;
  return reportable(data).flatMap((one) => [columnNamed(table, one)].filter((column) => column >= 0))[0] ?? null;
}

/** The indicator the headers speak of; else the first sum of money. */
function suggestIndicator(table: ResultTable, amount: number | null, data: PlanData): Indicator | null {
  const choices = reportable(data);
  const header = looseText(amount === null ? '' : (table.headers[amount] ?? ''));
  const near = (one: Indicator): boolean => {
    const name = looseText(one.name);
    return header !== '' && (header.includes(name) || name.includes(header.replace(/(金额|额)(\(.*\))?$/, '')));
  };
  const sums = choices.filter(({ aggregation }) => aggregation === 'sum');
  const money = sums.filter(({ unit }) => moneyUnit(unit) !== null);
  return (header === '' ? undefined : sums.find(near)) ?? money[0] ?? sums[0] ?? choices[0] ?? null;
}

function suggestWho(table: ResultTable, data: PlanData): Who | null {
  const named = bestColumn(table.headers, 'number') ?? bestColumn(table.headers, 'person');
  if (named !== null) return { kind: 'column', column: named };
  // No header says so: the column that holds the most names of members.
  const find = peopleIndex(data);
  const sample = table.rows.slice(table.headerRow + 1, table.headerRow + 1 + SAMPLE);
  let best: Who | null = null;
  let most = 0;
  for (const column of table.headers.keys()) {
    const hits = sample.filter((row) => find(row[column]?.text ?? '').kind === 'member').length;
    if (hits > most) {
      best = { kind: 'column', column };
      most = hits;
    }
  }
  return best;
}

/** The month columns; of several figures a month the one the indicator is named by, else the first. */
function monthColumns(table: ResultTable, indicator: Indicator | null): number[] {
  const found = new Map<string, number>();
  const name = looseText(indicator?.name ?? '');
  for (const [column, month] of table.months.entries()) {
    if (month === null) continue;
    const key = `${month.year}-${month.month}`;
    const fits = name !== '' && looseText(table.headers[column] ?? '').includes(name);
    if (fits || !found.has(key)) found.set(key, column);
  }
  return [...found.values()].sort((a, b) => a - b);
}

function suggestMeasure(table: ResultTable, indicator: Indicator | null, amount: number | null): Measure | null {
  const months = monthColumns(table, indicator);
  if (months.length >= 2) return { kind: 'months', columns: months };
  if (indicator?.aggregation === 'ratio') {
    const named = (name: string) => table.headers.findIndex((header) => looseText(header) === looseText(name));
    const numerator = bestColumn(table.headers, 'numerator') ?? named(indicator.numeratorName);
    const denominator = bestColumn(table.headers, 'denominator') ?? named(indicator.denominatorName);
    return numerator >= 0 && denominator >= 0 ? { kind: 'parts', numerator, denominator } : null;
  }
  return amount === null ? null : { kind: 'value', column: amount };
}

/** What the file says of its unit: in the header, or in every amount; null when nothing does. */
export function statedUnit(table: ResultTable, measure: Measure | null): 'wan' | 'yuan' | null {
  const column =
    measure?.kind === 'value' ? measure.column : measure?.kind === 'months' ? measure.columns[0] : undefined;
  if (column === undefined) return null;
  const title = table.rows.slice(0, table.headerRow).map((row) => row.map((cell) => cell?.text ?? '').join(' '));
  const inTitle = /单位\s*[:：]?\s*(万?元)/.exec(title.join(' '))?.[1];
  return moneyUnit(table.headers[column] ?? '') ?? (inTitle === undefined ? null : moneyUnit(inTitle));
}

/** Whether 元 or 万元 has to be asked: the indicator counts money and the file does not say in what. */
export const unitIsOpen = (table: ResultTable, measure: Measure | null, indicator: Indicator | undefined): boolean =>
  measure !== null &&
  measure.kind !== 'rows' &&
  moneyUnit(indicator?.unit ?? '') !== null &&
  statedUnit(table, measure) === null;

/** The scale the file states, else the likelier one: amounts as large as whole targets are 元 under a 万元 indicator. */
export function suggestUnit(
  table: ResultTable,
  measure: Measure | null,
  indicator: Indicator | null,
  data: PlanData,
): UnitChoice {
  if (indicator === null || measure === null || measure.kind === 'rows') return 'asWritten';
  const stated = statedUnit(table, measure);
  if (stated !== null) return unitChoice(stated, indicator.unit);
  if (moneyUnit(indicator.unit) !== 'wan') return 'asWritten';
  const column =
    measure.kind === 'value'
      ? measure.column
      : measure.kind === 'months'
        ? (measure.columns[0] ?? 0)
        : measure.numerator;
  const targets = [...data.goals.values()].filter(
    ({ indicatorId, target }) => indicatorId === indicator.id && target !== null,
  );
  const largest = Math.max(0, ...targets.map(({ target }) => Number(target)));
  const amounts = table.rows.slice(table.headerRow + 1, table.headerRow + 1 + SAMPLE).flatMap((row) => {
    const read = resultAmount(row[column], { unit: 'asWritten', indicatorUnit: indicator.unit, round: true });
    return read.ok && read.value !== null ? [Math.abs(Number(read.value))] : [];
  });
  const middle = amounts.sort((a, b) => a - b)[Math.floor(amounts.length / 2)] ?? 0;
  return middle > Math.max(largest / 2, 1000) ? 'divide' : 'asWritten';
}

const wonValues = (table: ResultTable, column: number): readonly string[] =>
  columnValues(table, column).flatMap(({ text }) => (meansWon(text) ? [text] : []));

/** Columns that say how far a deal is, the best first; a probability only where there is no stage. */
function stageColumns({ headers }: ResultTable): readonly number[] {
  const stages = fittingColumns(headers, 'stage');
  return stages.length > 0 ? stages : fittingColumns(headers, 'probability');
}

/** Only what is won counts. Several columns may say it: the best that knows a won deal. */
function suggestFilters(table: ResultTable): ResultMapping['filters'] {
  const column = stageColumns(table).find((one) => wonValues(table, one).length > 0);
  return column === undefined ? [] : [{ column, values: wonValues(table, column) }];
}

/** The column of stages that no filter looks at, so that deals not won would count; null when there is none. */
export function unfilteredStage(table: ResultTable, mapping: ResultMapping): number | null {
  const stages = stageColumns(table);
  return mapping.filters.some(({ column }) => stages.includes(column)) ? null : (stages[0] ?? null);
}

/** The mapping the headers and values suggest; what they leave open is null. `indicatorId` fixes the indicator. */
export function suggestMapping(table: ResultTable, data: PlanData, indicatorId?: string): ResultMapping {
  const fixed = data.indicators.get(indicatorId ?? '') ?? null;
  const amount = amountColumn(table, data, fixed);
  const indicator = fixed ?? suggestIndicator(table, amount, data);
  const measure = suggestMeasure(table, indicator, amount);
  const dimensions = new Set(
    [...data.goals.values()].map(({ dimension }) => looseText(dimension)).filter((one) => one !== ''),
  );
  const dimension = table.headers.findIndex((header) => dimensions.has(looseText(header)));
  return {
    date: measure?.kind === 'months' ? null : dateColumn(table),
    dateOrder: null,
    who: suggestWho(table, data),
    measure,
    filters: suggestFilters(table),
    dimension: dimension === -1 ? null : dimension,
    indicatorId: indicator?.id ?? null,
    unit: suggestUnit(table, measure, indicator, data),
    round: false,
    onlyNamed: false,
    replaceOthers: true,
    people: {},
  };
}

/** Neither a column nor the headers say when: one week or day has to be named for all rows. */
export const needsPeriod = ({ date, measure }: ResultMapping): boolean => date === null && measure?.kind !== 'months';

/** What must still be chosen before the table can be read. */
export function openParts(mapping: ResultMapping): readonly ('date' | 'who' | 'measure' | 'indicator')[] {
  return [
    ...(mapping.indicatorId === null ? (['indicator'] as const) : []),
    ...(needsPeriod(mapping) && !mapping.period ? (['date'] as const) : []),
    ...(mapping.who === null ? (['who'] as const) : []),
    ...(mapping.measure === null ? (['measure'] as const) : []),
  ];
}
