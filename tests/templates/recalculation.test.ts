import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../shared/calc/plan';
import { makeSamplePlan } from '../../shared/domain/seed/samplePlan';
import { renderWorkbook } from '../../shared/templates/renderWorkbook';
import { differences, libreOfficeIsThere, recalculated, withoutLibreOffice } from '../support/libreoffice';

let n = 0;
const data = makeSamplePlan({ newId: () => `id-${(n += 1)}`, now: '2026-10-12T02:20:00.000Z' });
const result = evaluatePlan(data, '2026-10-12');

describe.skipIf(!libreOfficeIsThere)(`formulas of the exported books${withoutLibreOffice}`, () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    it(`come to the app's own values when LibreOffice recalculates the sample plan (${locale})`, async () => {
      const model = renderWorkbook('plan', { data, result, locale, exportedAt: '2026-10-12T02:20:00.000Z' });
      const { checked, wrong } = differences(model, await recalculated(model));
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(500);
    }, 300_000);
  }
});
