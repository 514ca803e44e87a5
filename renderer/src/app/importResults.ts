import type { PickedFile } from '#shared/host/api';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { bestTable, findResultTable, tableAt, tableSheets } from '#shared/imports/findTable';
import { headerSignature } from '#shared/imports/headers';
import { planResultsInSteps } from '#shared/imports/planResults';
import { readResults, type ResultReading } from '#shared/imports/readResults';
import { suggestMapping } from '#shared/imports/suggest';
import type { ResultMapping, ResultTable } from '#shared/imports/types';
import type { RawWorkbook } from '#shared/workbook/model';
import { services } from '../stores/services';

import { planAgain, readFile, type PreparedImport } from './importWorkbook';

/** A file that is no template: its table, and how its columns are to be read. */
export interface ResultsDraft {
  readonly file: PreparedImport['file'];
  readonly raw: RawWorkbook;
  readonly table: ResultTable;
  readonly mapping: ResultMapping;
  /** The mapping is one that was used for these headers before. */
  readonly remembered: boolean;
}

export type Prepared =
  | { readonly kind: 'plan'; readonly value: PreparedImport }
  | { readonly kind: 'results'; readonly value: ResultsDraft };

const MAPPINGS = 'import.mappings';
type Mappings = Readonly<Record<string, ResultMapping>>;

/** Reads a file: a template becomes a plan of changes, another table a draft to be mapped. Errors: those of the reader, of
 * `planImport`, and `results.*` where no mapping makes sense. */
export async function prepareAny(file: PickedFile, data: PlanData, signal?: AbortSignal): Promise<Result<Prepared>> {
  const raw = await readFile(file, signal);
  if (!raw.ok) return raw;
  const { name, size, modifiedAt } = file;
  const head = { file: { name, size, modifiedAt }, raw: raw.value };
  await pause();
  if (signal?.aborted) return err({ code: 'file.cancelled' });
  const planned = planAgain({ ...head, answers: {} });
  if (planned.ok) return ok({ kind: 'plan', value: planned.value });
  if (planned.error.code !== 'import.nothingRecognised') return planned;
  await pause();
  const names = [...data.indicators.values()].map(({ name }) => name);
  const table = findResultTable(raw.value, names);
  if (!table.ok) return table;
  return ok({ kind: 'results', value: await draftOf({ ...head, table: table.value }, data) });
}

/** A draft of a table: as it was mapped the last time, else as its headers suggest. */
async function draftOf(head: Pick<ResultsDraft, 'file' | 'raw' | 'table'>, data: PlanData): Promise<ResultsDraft> {
  const read = await services().settings.read<Mappings>(MAPPINGS);
  const known = read.ok ? read.value?.[headerSignature(head.table.headers)] : undefined;
  await pause();
  const mapping = known && fits(known, data) ? known : null;
  const draft = { ...head, mapping: mapping ?? suggestMapping(head.table, data), remembered: mapping !== null };
  await pause();
  return draft;
}

/** A remembered mapping of another plan may name goals and people that are not here. */
function fits({ indicatorId, who, people }: ResultMapping, data: PlanData): boolean {
  return (
    indicatorId !== null &&
    data.indicators.has(indicatorId) &&
    (who?.kind !== 'goal' || data.goals.has(who.goalId)) &&
    Object.values(people).every((id) => id === '' || data.members.has(id))
  );
}

/** The draft with another sheet, or with the header in another row (0-based). */
export function withTable(
  draft: ResultsDraft,
  sheetName: string,
  headerRow: number | null,
  data: PlanData,
): Promise<ResultsDraft> {
  const sheet = tableSheets(draft.raw).find(({ name }) => name === sheetName);
  if (!sheet) return Promise.resolve(draft);
  const table = headerRow === null ? bestTable(sheet).table : tableAt(sheet, headerRow);
  return draftOf({ ...draft, table }, data);
}

/** Lets the window draw and answer. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Reads the table piece by piece; null after `signal`. `onProgress` hears 0–1. */
export async function readDraft(
  { table, mapping }: ResultsDraft,
  data: PlanData,
  signal: AbortSignal,
  onProgress: (ratio: number) => void,
): Promise<ResultReading | null> {
  const reading = readResults(table, mapping, data);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return signal.aborted ? null : step.value;
    onProgress(step.value);
    await pause();
    if (signal.aborted) return null;
  }
}

/** Milliseconds of work between two pauses. */
const SLICE = 25;

/**
 * What the draft would do, for the same preview as a template's; the mapping is kept for the next file of its kind. Worked
 * out piece by piece; null after `signal`.
 */
export async function planDraft(
  draft: ResultsDraft,
  reading: ResultReading,
  data: PlanData,
  signal?: AbortSignal,
): Promise<PreparedImport | null> {
  const { settings } = services();
  const read = await settings.read<Mappings>(MAPPINGS);
  const others = read.ok ? (read.value ?? {}) : {};
  // Not remembered is no reason not to import: the next file of the kind is suggested anew.
  // The next file is of another week: which one is asked again.
  const kept: ResultMapping = { ...draft.mapping, period: null };
  await settings.write(MAPPINGS, { ...others, [headerSignature(draft.table.headers)]: kept });
  await pause();
  const steps = planResultsInSteps(draft.table, draft.mapping, reading, data);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (signal?.aborted) return null;
    if (step.done === true) {
      // Drawing the preview is work of its own.
      await pause();
      return signal?.aborted ? null : preparedOf(draft, data, step.value);
    }
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
}

function preparedOf(draft: ResultsDraft, data: PlanData, plan: PreparedImport['plan']): PreparedImport {
  return { file: draft.file, raw: draft.raw, answers: {}, base: data, plan };
}
