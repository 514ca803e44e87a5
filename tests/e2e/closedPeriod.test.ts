import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeSamplePlan } from '../../shared/domain/seed/samplePlan';
import { encodeArchive } from '../../shared/migrations/archive';
import type { RunningApp } from './support/app';
import { useSample } from './support/sample';

/** The sample's period with every talk held, as an archive of another laptop. */
function archiveWithTalks(): string {
  let ids = 0;
  const at = '2026-10-12T01:00:00.000Z';
  const data = makeSamplePlan({ newId: () => `id-${++ids}`, now: at });
  const [talk] = data.conversations.values();
  if (!talk) throw new Error('no talk');
  const conversations = new Map(
    [...data.members.keys()].map((id) => {
      const own = data.conversations.get(id) ?? { ...talk, id, achievements: '', gaps: '', improvement: [] };
      return [id, { ...own, heldOn: '2026-10-10', managerConfirmedAt: at, memberConfirmedAt: at }];
    }),
  );
  return encodeArchive([{ ...data, conversations }], at);
}

describe('a period whose evaluation is locked, in a real browser', () => {
  let app: RunningApp;
  let page: Page;

  useSample((opened, running) => {
    app = running;
    ({ page } = opened);
  });

  const go = (screen: string) => page.goto(`${app.url}#/${screen}`);
  const figures = () => page.locator('.kpis').innerText();
  const tree = () => page.locator('.goals').innerText();

  async function lock(): Promise<void> {
    await go('evaluation');
    await page.getByRole('button', { name: '锁定评估' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '锁定评估', exact: true }).click();
    await page.locator('[data-test=frozen]').waitFor();
  }

  it('shows the figures of the lock on overview and goals, whatever is changed afterwards', async () => {
    const before = await figures();
    await go('goals');
    await page.locator('.goals').getByText('华东组').first().waitFor();
    const treeBefore = await tree();
    await lock();
    await go('settings');
    await page.getByRole('tab', { name: '方案' }).click();
    const end = page.getByLabel('结束日期');
    await end.fill('2026-08-31');
    await end.press('Enter');
    await go('overview');
    await page.locator('[data-test=frozen]', { hasText: '人不同' }).waitFor();
    expect(await figures()).toBe(before);
    // Weeks, milestones and agreements of a locked period wait for nobody any more; the talks still do.
    expect(await page.locator('.needs h3').allInnerTexts()).toEqual([expect.stringMatching(/面谈/)]);
    await go('goals');
    await page.locator('[data-test=frozen]', { hasText: '锁定' }).waitFor();
    expect(await tree()).toBe(treeBefore);
  });

  it('lets nobody change a goal, until it is opened again with a reason', async () => {
    await lock();
    await go('goals');
    await page.locator('[data-test=frozen]').waitFor();
    expect(await page.getByRole('button', { name: '添加目标' }).isDisabled()).toBe(true);
    await page.locator('.goals').getByText('刘子涵').click();
    await page.keyboard.press('Alt+Enter');
    const panel = page.locator('aside.panel');
    await panel.waitFor();
    expect(await panel.getByLabel('目标编号').isDisabled()).toBe(true);
    await page.getByRole('button', { name: '关闭' }).click();
    await go('evaluation');
    await page.getByRole('button', { name: '重新开启' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('华东组补报九月');
    await page.getByRole('dialog').getByRole('button', { name: '重新开启', exact: true }).click();
    await go('goals');
    await page.locator('[data-test=frozen]').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: '添加目标' }).isEnabled()).toBe(true);
  });

  it('is closed once everything is done, says so on every screen with its figures, and can be taken back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'closing-'));
    const path = join(folder, 'talks.waymark');
    await writeFile(path, archiveWithTalks());
    const other = await app.open();
    page = other.page;
    await page.getByText('从备份恢复').click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选归档文件' }).click();
    await (await chooser).setFiles(path);
    await page.getByRole('button', { name: '并入 1 个方案' }).click();
    await page.waitForURL(/overview/);
    await lock();
    await go('incentives');
    for (const step of ['提交审批', '批准', '记为已兑现']) {
      await page.getByRole('button', { name: step, exact: true }).click();
      await page.getByRole('dialog').getByLabel('经办人').fill('王经理');
      await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await go('retrospective');
    await page.getByRole('tab', { name: '结期' }).click();
    expect(await page.locator('[data-step]', { hasText: '已完成' }).count()).toBe(5);
    await page.getByRole('button', { name: '结束本期' }).click();
    await page.locator('.tag', { hasText: '已结期' }).waitFor();
    for (const screen of ['overview', 'goals', 'evaluation', 'incentives']) {
      await go(screen);
      await page.locator('[data-test=frozen]', { hasText: '本期已结期' }).waitFor();
    }
    await page.getByRole('button', { name: '撤销' }).last().click();
    await page.locator('[data-test=frozen]', { hasText: '本期已结期' }).waitFor({ state: 'detached' });
    expect(other.complaints).toEqual([]);
    await other.context.close();
    await rm(folder, { recursive: true, force: true });
  });
});
