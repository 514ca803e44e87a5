import type { Page } from 'playwright-core';
import { addDays } from '../../../shared/calc/dates';
import { evaluatePlan } from '../../../shared/calc/plan';
import {
  makeFacts,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
  makeUnit,
} from '../../../shared/domain/builders';
import { writeWorkbook } from '../../../shared/spreadsheet/writeWorkbook';
import { renderWorkbook } from '../../../shared/templates/renderWorkbook';

const START = '2026-06-29';
const WEEKS = 13;
const AT = '2026-09-28T00:00:00.000Z';

/** A plan workbook: so many people in groups of ten, a team goal, their targets, and a figure of every week. */
async function workbook(people: number): Promise<Buffer> {
  const units = Array.from({ length: people / 10 }, (_, n) =>
    makeUnit({ id: `u${n}`, name: `第${n + 1}组`, order: n }),
  );
  const members = Array.from({ length: people }, (_, n) =>
    makeMember({ id: `m${n}`, name: `成员${n}`, unitId: `u${Math.floor(n / 10)}`, order: n }),
  );
  const common = { indicatorId: 'sales', weight: '100' };
  const holder = { kind: 'unit', unitId: 'team' } as const;
  const team = makeGoal({ ...common, id: 'team', code: 'T', level: 'department', holder, target: `${people * 130}` });
  const goals = members.map(({ id }, n) =>
    makeGoal({
      ...common,
      id: `g${n}`,
      code: `G${n}`,
      parentId: 'team',
      holder: { kind: 'member', memberId: id },
      target: '130',
      order: n + 1,
    }),
  );
  const days = Array.from({ length: WEEKS }, (_, week) => addDays(START, 7 * week + 4));
  const facts = goals.map(({ id }, n) =>
    makeFacts(
      id,
      days.map((day, week) => [day, `${6 + ((n * 7 + week * 3) % 6)}.5`]),
    ),
  );
  const plan = makePlan({
    id: 'p',
    name: '大团队',
    start: START,
    end: addDays(START, 7 * WEEKS - 1),
    asOf: AT.slice(0, 10),
  });
  const data = makePlanData(plan, {
    units: [makeUnit({ id: 'team', name: '华东大区', level: 'department', order: -1 }), ...units],
    members,
    indicators: [makeIndicator({ id: 'sales', name: '销售额', unit: '万元', precision: 1 })],
    goals: [team, ...goals],
    facts,
  });
  const result = evaluatePlan(data, AT.slice(0, 10));
  const written = await writeWorkbook(renderWorkbook('plan', { data, result, locale: 'zh-CN', exportedAt: AT }));
  if (!written.ok) throw new Error(written.error.code);
  return Buffer.from(written.value);
}

/** The plan, read from its workbook and open on its goals. */
export async function openTrackedPlan(page: Page, people: number): Promise<void> {
  const buffer = await workbook(people);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '导入工作簿' }).click(),
  ]);
  await chooser.setFiles({ name: '大团队.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('dialog').getByRole('button', { name: '建立方案' }).click();
  await page.locator('.rail').waitFor();
}
