import { say, type Audience, type Locale, type Scope } from '#shared/templates/definition';
import { TEMPLATES, type TemplateKind } from '#shared/templates/registry';
import { renderBlank, renderWorkbook } from '#shared/templates/renderWorkbook';
import type { SavedFile } from '#shared/host/api';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import type { WorkbookModel } from '#shared/workbook/model';
import { usePlanStore } from '../stores/plan';
import { usePublishedStore } from '../stores/published';
import { services } from '../stores/services';
import { writeTables } from './tables';

/** Which workbook, of how much of the plan, for whom, in which language. */
export interface ExportRequest {
  readonly kind: TemplateKind;
  readonly scope: Scope;
  readonly audience: Audience;
  readonly locale: Locale;
  /** A form to fill in by hand instead of the plan's figures. */
  readonly blank: boolean;
}

function scopeName(data: PlanData, scope: Scope): string {
  if (scope.kind === 'unit') return data.units.get(scope.unitId)?.name ?? '';
  return scope.kind === 'member' ? (data.members.get(scope.memberId)?.name ?? '') : '';
}

/** Name of the file: plan, template, part and day, e.g. `华东大区 · 2026 年第三季度_过程跟踪表_华东组_2026-08-24`. */
export function exportName(data: PlanData, request: ExportRequest, today: string): string {
  const title = say(TEMPLATES[request.kind].title, request.locale);
  const parts = [data.plan.name, title, scopeName(data, request.scope), today];
  return parts.filter((part) => part !== '').join('_');
}

/** Templates that speak of what was decided: from a frozen evaluation on they show its record (specification section 10). */
const PUBLISHED: ReadonlySet<TemplateKind> = new Set(['evaluation', 'incentives']);

/** A template of the open plan with the name of its file, without ending. Error: `storage.planMissing`. */
export function requestedWorkbook(
  request: ExportRequest,
): Result<{ readonly model: WorkbookModel; readonly name: string }> {
  const { data, result } = PUBLISHED.has(request.kind) ? usePublishedStore() : usePlanStore();
  const { now, today } = services();
  if (!data || !result) return err({ code: 'storage.planMissing' });
  const exportedAt = now();
  const { kind, scope, audience, locale } = request;
  const model = request.blank
    ? renderBlank(kind, { data, locale, exportedAt })
    : renderWorkbook(kind, { data, result, locale, exportedAt, scope, audience });
  return ok({ model, name: exportName(data, request, today()) });
}

/** Renders a template of the open plan and saves it where the person wants it. null: the dialog was cancelled. */
export async function exportWorkbook(request: ExportRequest): Promise<Result<SavedFile | null>> {
  const made = requestedWorkbook(request);
  if (!made.ok) return made;
  const bytes = await writeTables(made.value.model);
  if (!bytes.ok) return bytes;
  return services().host.saveFile({ suggestedName: `${made.value.name}.xlsx`, bytes: bytes.value });
}
