import { diffPlans } from '../domain/change';
import type { Issue } from '../domain/issue';
import { enactPolicy } from '../domain/policyHistory';
import type { Instant } from '../domain/primitives';
import { emptyPlanData, type PlanData } from '../domain/planData';
import { makePlan } from '../domain/builders';
import type { RawWorkbook } from '../workbook/model';
import { evaluatePlan } from '../calc/plan';
import { SHEETS } from './registry';
import type { ImportContext, ImportPlan } from './import/plan';
import { previewRows, removedRows } from './import/preview';
import { readRows } from './import/readRows';
import { readWaymark, type Waymark } from './import/readWaymark';
import { recogniseSheet, type FoundSheet } from './import/recognise';
import { runSheets, type SheetRows } from './import/runSheets';
import { applyScales, scaleQuestions } from './import/scaleQuestions';
import { FORMAT_VERSION, WAYMARK_SHEET } from './render/waymark';

export type * from './import/plan';

/**
 * What importing a workbook would do to a plan (templates.md, architecture rule 9): sheets are known by name and header,
 * rows by their hidden keys, else by code, else by name and indicator. Nothing is stored here; `changes` is one
 * transaction. Never throws for what stands in the file.
 */
export function planImport(raw: RawWorkbook, ctx: ImportContext): ImportPlan {
  const base = ctx.data ?? freshPlan(ctx);
  const waymark = readWaymark(raw);
  const { found, strangers } = findSheets(raw);
  const issues = fileIssues(found, waymark, ctx);
  // Nothing of ours: nothing to compute, and the file may be a long one of another kind.
  if (found.length === 0) {
    const sheets = strangers.map((name) => ({ name, sheetId: null, headerRow: null, rowCount: 0, unknownColumns: [] }));
    return { sheets, changes: [], after: base, rows: [], questions: [], issues };
  }
  const usable = issues.some(({ level }) => level === 'error')
    ? []
    : found.filter(({ missing }) => missing.length === 0);
  // Keys of another plan say nothing about this one.
  const ours = ctx.data !== null && waymark !== null && waymark.planId === base.plan.id;
  const read: SheetRows[] = usable.map((sheet) => ({
    sheet: ours ? sheet : { ...sheet, keyColumn: null },
    rows: readRows(ours ? sheet : { ...sheet, keyColumn: null }),
  }));
  const before = { data: base, result: evaluatePlan(base, ctx.today) };
  const firstRun = runSheets(base, read, ctx);
  const questions = ctx.data === null ? [] : scaleQuestions(firstRun.results, before, ctx);
  const rescaled = questions.some(({ chosen }) => chosen !== 'asWritten');
  const { after: imported, results } = rescaled ? runSheets(base, applyScales(read, questions), ctx) : firstRun;
  const after = ctx.data === null ? imported : withVersion(imported, base, ctx.now);
  const changes = diffPlans(base, after);
  const rows = [
    ...previewRows(results, before, { data: after, result: evaluatePlan(after, ctx.today) }, ctx),
    ...(ours ? removedRows(results, waymark, before, ctx) : []),
  ];
  const counted = new Map(read.map(({ sheet, rows: own }) => [sheet.raw.name, own.length]));
  return {
    sheets: [
      ...found.map(({ raw: { name }, definition, headerRow, unknownColumns }) => ({
        name,
        sheetId: definition.id,
        headerRow: headerRow + 1,
        rowCount: counted.get(name) ?? 0,
        unknownColumns: unknownColumns.map(({ header }) => header),
      })),
      ...strangers.map((name) => ({ name, sheetId: null, headerRow: null, rowCount: 0, unknownColumns: [] })),
    ],
    changes,
    after,
    rows,
    questions,
    issues,
  };
}

/** Other rules in the file are the next version of the plan's rules. */
function withVersion(after: PlanData, base: PlanData, at: Instant): PlanData {
  const plan = enactPolicy({ ...after.plan, policy: base.plan.policy }, after.plan.policy, { at, note: '' });
  return plan.policy === base.plan.policy ? after : { ...after, plan };
}

/** The recognised sheets in the order they are imported in, and the names of the others. */
function findSheets(raw: RawWorkbook): { found: FoundSheet[]; strangers: string[] } {
  const found: FoundSheet[] = [];
  const strangers: string[] = [];
  for (const sheet of raw.sheets) {
    if (sheet.name === WAYMARK_SHEET || sheet.hidden) continue;
    const known = recogniseSheet(sheet, SHEETS);
    if (known) found.push(known);
    else if (!isExportOnly(sheet.name)) strangers.push(sheet.name);
  }
  const position = (sheet: FoundSheet): number => SHEETS.indexOf(sheet.definition);
  return { found: found.sort((a, b) => position(a) - position(b)), strangers };
}

/** One of our sheets that holds only what follows from the others: there is nothing in it to take. */
const isExportOnly = (name: string): boolean =>
  SHEETS.some(({ sheetName, importRow }) => !importRow && (sheetName.zh === name || sheetName.en === name));

function fileIssues(found: readonly FoundSheet[], waymark: Waymark | null, ctx: ImportContext): Issue[] {
  const issues: Issue[] = [];
  if (waymark && waymark.formatVersion > FORMAT_VERSION) {
    issues.push({ code: 'import.newerFormat', level: 'error', params: { version: waymark.formatVersion } });
  }
  if (found.length === 0) issues.push({ code: 'import.nothingRecognised', level: 'error' });
  if (waymark && ctx.data && waymark.planId !== '' && waymark.planId !== ctx.data.plan.id) {
    issues.push({ code: 'import.otherPlan', level: 'warning' });
  }
  for (const { raw, missing, unknownColumns, headerRow } of found) {
    const place = { sheet: raw.name, cell: `A${headerRow + 1}` };
    for (const column of missing) {
      const column_ = ctx.locale === 'en' ? column.label.en : column.label.zh;
      issues.push({
        code: 'import.missingColumn',
        level: 'warning',
        place,
        params: { sheet: raw.name, column: column_ },
      });
    }
    for (const { header } of unknownColumns) {
      issues.push({ code: 'import.unknownColumn', level: 'hint', place, params: { sheet: raw.name, column: header } });
    }
    if (raw.truncated) issues.push({ code: 'import.truncated', level: 'warning', place, params: { sheet: raw.name } });
  }
  return issues;
}

function freshPlan(ctx: ImportContext): PlanData {
  const today = ctx.today;
  return emptyPlanData(makePlan({ id: ctx.newId(), start: today, end: today, createdAt: ctx.now, updatedAt: ctx.now }));
}
