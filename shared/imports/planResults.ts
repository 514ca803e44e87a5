import { add, fromDecimal, ZERO } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import type { Fraction } from '../calc/result';
import { applyChanges, putRecord, type Change } from '../domain/change';
import type { FactSeries } from '../domain/facts';
import type { Aggregation } from '../domain/indicator';
import type { Issue } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import type { IsoDate } from '../domain/primitives';
import { looseText } from '../templates/codec/text';
import type { ImportPlan, PreviewRow } from '../templates/import/plan';
import { headerSignature } from './headers';
import { foreignCurrency } from './resultAmount';
import type { ResultFact, ResultReading } from './readResults';
import { mergeFacts, type DayFact } from './mergeFacts';
import type { ResultMapping, ResultTable } from './types';

/** Id of the sheet in the preview: a table of results, not one of the templates. */
export const RESULTS_SHEET = 'results';

/**
 * The source of facts from a kind of export: the same headers for the same indicator. What an earlier export of the kind
 * brought is replaced for the days a later one covers. People read it beside the figure, so it begins with a header.
 */
export function sourceKey(table: ResultTable, mapping: ResultMapping): string {
  const { who, measure } = mapping;
  const column = measure?.kind === 'value' ? measure.column : 0;
  const kind = [mapping.indicatorId, who?.kind === 'goal' ? who.goalId : '', headerSignature(table.headers)].join('|');
  return `${table.headers[column] ?? ''} #${shortHash(kind)}`;
}

/** FNV-1a: tells kinds of exports apart, no more. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** So many figures or refused rows are worked off at a go; between two goes the window answers. */
const CHUNK = 2000;

/** What bringing a reading into the plan would do: the form of a template import, so that one preview serves both. */
export function planResults(
  table: ResultTable,
  mapping: ResultMapping,
  reading: ResultReading,
  data: PlanData,
): ImportPlan {
  const steps = planResultsInSteps(table, mapping, reading, data);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same as `planResults`, as a generator, so that a host can pause at every yield. */
export function* planResultsInSteps(
  table: ResultTable,
  mapping: ResultMapping,
  reading: ResultReading,
  data: PlanData,
): Generator<undefined, ImportPlan, undefined> {
  const aggregation = data.indicators.get(mapping.indicatorId ?? '')?.aggregation ?? 'sum';
  const source = sourceKey(table, mapping);
  const byGoal = yield* dayFacts(reading.facts, aggregation);
  const changes: Change[] = [];
  const rows: PreviewRow[] = [];
  for (const goal of data.goals.values()) {
    if (goal.indicatorId !== mapping.indicatorId) continue;
    const before = data.facts.get(goal.id);
    const fresh = byGoal.get(goal.id) ?? [];
    if (!before && fresh.length === 0) continue;
    const covered = mapping.onlyNamed && !reading.named.has(goal.id) ? null : reading.covered;
    const after = mergeFacts(goal.id, before, fresh, { source, covered, replaceOthers: mapping.replaceOthers });
    if (before && sameFacts(before, after)) continue;
    changes.push(putRecord(data, 'facts', after));
    for (const row of previewDays(table, data, goal.id, before, after, fresh)) rows.push(row);
    yield;
  }
  const refused = yield* refusedRows(table, reading);
  changes.push(...aliasChanges(data, mapping, reading, table));
  return {
    sheets: [
      {
        name: table.sheet,
        sheetId: RESULTS_SHEET,
        headerRow: table.headerRow + 1,
        rowCount: reading.counts.read,
        unknownColumns: [],
      },
    ],
    changes,
    after: applyChanges(data, changes),
    rows: [...rows, ...refused],
    questions: [],
    issues: readingIssues(table, mapping, reading),
  };
}

/** The facts of each goal, a day each where the indicator adds or looks at the latest; an average keeps every value. */
function* dayFacts(
  facts: readonly ResultFact[],
  aggregation: Aggregation,
): Generator<undefined, ReadonlyMap<string, readonly DayFact[]>, undefined> {
  const found = new Map<
    string,
    Map<string, { date: IsoDate; value: Fraction; lower: Fraction | null; at: ResultFact }>
  >();
  for (const [index, fact] of facts.entries()) {
    if (index % CHUNK === CHUNK - 1) yield;
    const days = found.get(fact.goalId) ?? new Map();
    found.set(fact.goalId, days);
    const key = aggregation === 'average' ? `${fact.date}#${days.size}` : fact.date;
    const known = aggregation === 'last' ? undefined : days.get(key);
    days.set(key, {
      date: fact.date,
      value: add(known?.value ?? ZERO, fromDecimal(fact.value)),
      lower: fact.denominator === null ? null : add(known?.lower ?? ZERO, fromDecimal(fact.denominator)),
      at: known?.at ?? fact,
    });
  }
  return new Map(
    [...found].map(([goalId, days]) => [
      goalId,
      [...days.values()].map(({ date, value, lower, at }) => ({
        date,
        value: toDecimal(value),
        denominator: lower === null ? null : toDecimal(lower),
        row: at.row,
        column: at.column,
      })),
    ]),
  );
}

const sameFacts = (a: FactSeries, b: FactSeries): boolean =>
  (['dates', 'values', 'numerators', 'denominators', 'sources'] as const).every(
    (key) => a[key].length === b[key].length && a[key].every((value, index) => value === b[key][index]),
  );

/** What a goal has on each day, from all sources, as shown. */
function daysOf(series: FactSeries | undefined): ReadonlyMap<IsoDate, string> {
  const sums = new Map<IsoDate, { value: Fraction; lower: Fraction | null }>();
  for (const [index, date] of (series?.dates ?? []).entries()) {
    const lower = series?.denominators[index] ?? null;
    const value = fromDecimal((lower === null ? series?.values[index] : series?.numerators[index]) ?? '0');
    const known = sums.get(date);
    sums.set(date, {
      value: add(known?.value ?? ZERO, value),
      lower: lower === null ? (known?.lower ?? null) : add(known?.lower ?? ZERO, fromDecimal(lower)),
    });
  }
  return new Map(
    [...sums].map(([date, { value, lower }]) => [
      date,
      lower === null ? toDecimal(value) : `${toDecimal(value)} / ${toDecimal(lower)}`,
    ]),
  );
}

function previewDays(
  table: ResultTable,
  data: PlanData,
  goalId: string,
  before: FactSeries | undefined,
  after: FactSeries,
  fresh: readonly DayFact[],
): PreviewRow[] {
  const [old, next] = [daysOf(before), daysOf(after)];
  const places = new Map(fresh.map((fact) => [fact.date, fact]));
  const goal = data.goals.get(goalId);
  const name = data.indicators.get(goal?.indicatorId ?? '')?.name ?? '';
  const holder = goal?.holder;
  const who =
    holder?.kind === 'member' ? data.members.get(holder.memberId)?.name : data.units.get(holder?.unitId ?? '')?.name;
  return [...new Set([...old.keys(), ...next.keys()])].sort().flatMap((date): PreviewRow[] => {
    const [was, is] = [old.get(date) ?? '', next.get(date) ?? ''];
    if (was === is) return [];
    const at = places.get(date);
    return [
      {
        kind: was === '' ? 'added' : 'changed',
        sheetId: RESULTS_SHEET,
        key: `${goalId} ${date}`,
        name: `${who ?? ''} · ${date}`,
        // A figure that gives way stands in no cell of the file, but belongs to its sheet.
        place: { sheet: table.sheet, cell: at ? cellName(at.row, at.column) : '' },
        fields: [
          {
            column: 'actual',
            cell: at ? cellName(at.row, at.column) : null,
            label: { zh: name, en: name },
            before: was,
            after: is,
          },
        ],
      },
    ];
  });
}

function* refusedRows(table: ResultTable, reading: ResultReading): Generator<undefined, PreviewRow[], undefined> {
  const rows: PreviewRow[] = [];
  for (const { row, column, error } of reading.refused) {
    if (rows.length % CHUNK === CHUNK - 1) yield;
    const cells = table.rows[row] ?? [];
    const header = table.headers[column] ?? '';
    rows.push({
      kind: 'refused',
      sheetId: RESULTS_SHEET,
      name: cells[0]?.text ?? '',
      place: { sheet: table.sheet, cell: cellName(row, column) },
      code: error.code,
      label: { zh: header, en: header },
      params: error.params ?? {},
      written: table.headers.map((name, index) => ({ header: name, text: cells[index]?.text ?? '' })),
    });
  }
  return rows;
}

/** A name somebody said to be a member's is that member's from now on. */
function aliasChanges(data: PlanData, mapping: ResultMapping, reading: ResultReading, table: ResultTable): Change[] {
  if (mapping.who?.kind !== 'column') return [];
  const column = mapping.who.column;
  const written = new Map<string, string>();
  if (Object.values(mapping.people).some((memberId) => memberId !== '')) {
    for (const { row } of reading.facts) {
      const text = table.rows[row]?.[column]?.text.trim() ?? '';
      if (mapping.people[looseText(text)]) written.set(looseText(text), text);
    }
  }
  const added = new Map<string, string[]>();
  for (const [key, text] of written) {
    const member = data.members.get(mapping.people[key] ?? '');
    if (!member) continue;
    const names = [member.name, member.employeeNo, member.email, ...member.aliases].map(looseText);
    if (!names.includes(key)) added.set(member.id, [...(added.get(member.id) ?? []), text]);
  }
  return [...added].flatMap(([id, aliases]) => {
    const member = data.members.get(id);
    return member ? [putRecord(data, 'members', { ...member, aliases: [...member.aliases, ...aliases] })] : [];
  });
}

function readingIssues(table: ResultTable, mapping: ResultMapping, reading: ResultReading): Issue[] {
  const { counts, covered } = reading;
  const place = { sheet: table.sheet, cell: `A${table.headerRow + 1}` };
  const said = (code: string, n: number, params = {}): Issue[] =>
    n > 0 ? [{ code, level: 'hint', place, params: { n, ...params } }] : [];
  const { measure } = mapping;
  const column =
    measure?.kind === 'value' ? measure.column : measure?.kind === 'months' ? (measure.columns[0] ?? 0) : null;
  const first = column === null ? '' : (table.rows[table.headerRow + 1]?.[column]?.text ?? '');
  const currency = column === null ? '' : foreignCurrency(`${table.headers[column] ?? ''} ${first}`);
  return [
    ...said('results.covers', covered ? 1 : 0, { from: covered?.from ?? '', to: covered?.to ?? '' }),
    ...said('results.filtered', counts.filtered),
    ...said('results.outside', counts.outside),
    ...said('results.leftOut', counts.leftOut),
    ...said('results.totals', counts.totals),
    ...said('results.currency', currency === '' ? 0 : 1, { currency }),
    ...(table.truncated
      ? [{ code: 'import.truncated', level: 'warning' as const, place, params: { sheet: table.sheet } }]
      : []),
  ];
}

/** A1 name of a 0-based place. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
