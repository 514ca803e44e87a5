import type { PlanData } from '../domain/planData';
import { emptyPlanData } from '../domain/planData';
import { makePlan } from '../domain/builders';
import type { Instant } from '../domain/primitives';
import type { PlanResult } from '../calc/result';
import type { WorkbookModel } from '../workbook/model';
import { say, type AnySheet, type Audience, type Locale, type Scope, type SheetContext } from './definition';
import { TEMPLATES, type TemplateKind } from './registry';
import { layoutSheet, type SheetLayout } from './render/layout';
import { drawSheet } from './render/renderSheet';
import { waymarkSheet } from './render/waymark';
import { visibilityOf } from './scope';

export interface RenderOptions {
  readonly data: PlanData;
  readonly result: PlanResult;
  readonly locale: Locale;
  /** From the host's clock. */
  readonly exportedAt: Instant;
  /** Default `all`: everything. */
  readonly audience?: Audience | undefined;
  /** Default: the whole plan. */
  readonly scope?: Scope | undefined;
  readonly filledBy?: string | undefined;
}

export interface BlankOptions {
  readonly locale: Locale;
  readonly exportedAt: Instant;
  /** The plan named in the information block; default none. */
  readonly data?: PlanData | undefined;
}

/** A template filled from a plan. What the recipient may not see is in no sheet of it, hidden ones included. */
export function renderWorkbook(kind: TemplateKind, options: RenderOptions): WorkbookModel {
  return draw(kind, contextOf(options));
}

/** The same template to be filled in by hand: 30 open rows, formulas in place. */
export function renderBlank(kind: TemplateKind, options: BlankOptions): WorkbookModel {
  const data = options.data ?? emptyPlanData(makePlan({ id: '', start: '', end: '' }));
  return draw(kind, { ...contextOf({ ...options, data, result: EMPTY_RESULT }), blank: true });
}

export function contextOf(options: RenderOptions): SheetContext {
  const scope = options.scope ?? { kind: 'all' };
  return {
    data: options.data,
    result: options.result,
    locale: options.locale,
    exportedAt: options.exportedAt,
    audience: options.audience ?? 'all',
    scope,
    sees: visibilityOf(options.data, scope),
    filledBy: options.filledBy ?? '',
    blank: false,
  };
}

function draw(kind: TemplateKind, ctx: SheetContext): WorkbookModel {
  const template = TEMPLATES[kind];
  const sheets: readonly AnySheet[] = template.sheets;
  const layouts: SheetLayout[] = sheets
    .filter(({ audiences }) => !audiences || audiences.includes(ctx.audience))
    .map((sheet) => layoutSheet(sheet, ctx));
  const byId = new Map(layouts.map((layout) => [layout.definition.id, layout]));
  return {
    sheets: [...layouts.map((layout) => drawSheet(layout, ctx, byId)), waymarkSheet(kind, layouts, ctx)],
    names: [],
    title: [ctx.data.plan.name, say(template.title, ctx.locale)].filter((part) => part !== '').join(' · '),
    createdAt: ctx.exportedAt,
  };
}

/** A form has no figures. */
const EMPTY_RESULT: PlanResult = {
  timeline: {
    asOf: '',
    slots: [],
    months: [],
    workdays: 0,
    workdaysElapsed: 0,
    missingCalendarYears: [],
  },
  goals: new Map(),
  members: new Map(),
  ranking: [],
  stars: [],
  team: {
    goalId: null,
    completion: null,
    reached: false,
    bonusTotal: 0,
    adjustmentTotal: 0,
    paidTotal: 0,
    budget: null,
    remaining: null,
  },
  issues: [],
};
