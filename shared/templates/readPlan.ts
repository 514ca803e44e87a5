import { err, ok, type Issue, type Result } from '../domain/issue';
import { LONGEST_PERIOD, periodProblem } from '../domain/period';
import type { PlanData } from '../domain/planData';
import type { RawWorkbook } from '../workbook/model';
import { both, say, type Bilingual } from './definition';
import { SETTINGS, type Setting } from './sheets/settings';
import { planImport } from './planImport';
import type { ImportPlan } from './import/plan';
import type { ImportClock } from './import/workingPlan';

/** Without these there is no plan (templates.md). */
const NEEDED: readonly (readonly [sheetId: string, name: Bilingual])[] = [
  ['plan', both('方案', 'Plan')],
  ['members', both('成员', 'Members')],
  ['goals', both('目标分解', 'Goals')],
];

/** A plan read from a workbook, and what in the file could not be taken over. */
export interface PlanRead {
  readonly data: PlanData;
  readonly issues: readonly Issue[];
}

/**
 * A fresh plan from a plan workbook: 方案, 成员 and 目标分解 are needed, all other sheets may be absent. Refused rows
 * become issues of level error with their place and stop nothing else; a missing fact stays missing, a 0 is a 0. Errors:
 * `import.missingSheet`, `import.newerFormat`, `import.nothingRecognised`, `import.missingColumn`, `import.missingSetting`
 * (start or end of the period), `import.unreadSetting` (it is there and cannot be read), `plan.datesReversed`,
 * `plan.periodTooLong`.
 */
export function readPlan(raw: RawWorkbook, clock: ImportClock): Result<PlanRead> {
  const plan = planImport(raw, { ...clock, data: null });
  const fatal = plan.issues.find(({ level }) => level === 'error');
  if (fatal) return err({ code: fatal.code, params: fatal.params });
  for (const [sheetId, name] of NEEDED) {
    const sheet = plan.sheets.find((one) => one.sheetId === sheetId);
    if (!sheet) return err({ code: 'import.missingSheet', params: { sheet: say(name, clock.locale) } });
    const missing = plan.issues.find(
      ({ code, params }) => code === 'import.missingColumn' && params?.['sheet'] === sheet.name,
    );
    if (missing) return err({ code: missing.code, params: missing.params });
  }
  const setting = missingSetting(plan);
  if (setting) {
    const name = say(setting.label, clock.locale);
    const place = plan.rows.find((row) => row.kind === 'refused' && row.sheetId === 'plan')?.place;
    return place
      ? err({ code: 'import.unreadSetting', params: { setting: name, cell: place.cell } })
      : err({ code: 'import.missingSetting', params: { setting: name } });
  }
  const { start, end } = plan.after.plan;
  const problem = periodProblem(start, end);
  if (problem === 'order') return err({ code: 'plan.datesReversed', params: { start, end } });
  if (problem === 'long') return err({ code: 'plan.periodTooLong', params: { start, end, days: LONGEST_PERIOD } });
  return ok({ data: plan.after, issues: [...plan.issues, ...refusals(plan, clock)] });
}

/** 方案 must at least say its period. */
function missingSetting(plan: ImportPlan): Setting | undefined {
  const given = new Set(
    plan.rows.flatMap((row) => (row.kind !== 'refused' && row.sheetId === 'plan' ? [row.key] : [])),
  );
  return SETTINGS.find(({ key }) => (key === 'start' || key === 'end') && !given.has(key));
}

function refusals(plan: ImportPlan, clock: ImportClock): Issue[] {
  return plan.rows.flatMap((row): Issue[] => {
    if (row.kind !== 'refused') return [];
    const params = { ...row.params, ...(row.label ? { column: say(row.label, clock.locale) } : {}) };
    return [{ code: row.code, level: 'error', place: row.place, params }];
  });
}
