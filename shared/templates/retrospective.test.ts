import { describe, expect, it } from 'vitest';
import { rawOfModel } from '../../tests/fixtures/rawOfModel';
import { evaluatePlan } from '../calc/plan';
import type { Lesson } from '../domain/evaluation';
import { makePlan, makePlanData } from '../domain/builders';
import { decodeArchive, encodeArchive } from '../migrations/archive';
import { planImport } from './planImport';
import { renderWorkbook } from './renderWorkbook';

const NOW = '2026-10-12T01:02:03.000Z';
const TODAY = '2026-10-12';

const card: Lesson = {
  id: 'a',
  kind: 'success',
  title: '华东：转介绍加沙龙',
  facts: '11 家新客户',
  cause: '先有信任',
  practice: '每月请 3 家老客户介绍',
  sopName: '《新客户拓展SOP》',
  owner: '刘子涵',
  suggestion: '三个组各办一场',
  tags: ['新客户', '沙龙'],
  order: 0,
  createdOn: '2026-10-09',
  usedIn: ['华南 2026 Q3'],
  sopVersions: [
    { version: 1, on: '2026-09-30', text: '每月请老客户介绍', change: '' },
    { version: 2, on: '2026-10-09', text: '每月请 3 家老客户介绍', change: '写明家数' },
  ],
  decisions: [
    { on: '2026-10-10', text: '十月各组办一场沙龙', owner: '陈立群' },
    { on: '2026-10-10', text: '名单当天录入', owner: '' },
  ],
  evidence: [
    {
      holder: '华东组',
      indicator: '新客户',
      unit: '家',
      on: '2026-10-09',
      start: '2026-07-01',
      points: [
        { end: '2026-07-05', target: '1.5', actual: '2' },
        { end: '2026-07-12', target: '3', actual: null },
      ],
    },
  ],
};
const data = makePlanData(makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30' }), { lessons: [card] });
const book = (locale: 'zh-CN' | 'en') =>
  rawOfModel(renderWorkbook('retrospective', { data, result: evaluatePlan(data, TODAY), locale, exportedAt: NOW }));
const clock = (locale: 'zh-CN' | 'en') => {
  let ids = 0;
  return { newId: () => `new-${++ids}`, now: NOW, today: TODAY, locale };
};

describe.each(['zh-CN', 'en'] as const)('the workbook 复盘与SOP in %s', (locale) => {
  it('comes back without a change when nobody touched it', () => {
    const plan = planImport(book(locale), { ...clock(locale), data });
    expect(plan.issues).toEqual([]);
    expect(plan.changes).toEqual([]);
  });

  it('carries tags, versions, decisions and attached figures into another plan', () => {
    const other = makePlanData(makePlan({ id: 'q' }));
    const plan = planImport(book(locale), { ...clock(locale), data: other });
    const { id: _id, createdOn: _on, ...content } = card;
    expect([...plan.after.lessons.values()]).toEqual([{ ...content, id: 'new-1' }]);
    expect(plan.rows.filter(({ kind }) => kind === 'refused')).toEqual([]);
  });
});

describe('a row of the further sheets', () => {
  it('whose topic is on no card is refused, and nothing else', () => {
    const raw = book('zh-CN');
    const sheets = raw.sheets.map((sheet) =>
      sheet.name === '复盘会决定'
        ? {
            ...sheet,
            rows: sheet.rows.map((row) =>
              row.map((cell) => (cell?.text === card.title ? { ...cell, text: '没有这张卡' } : cell)),
            ),
          }
        : sheet,
    );
    const plan = planImport({ ...raw, sheets }, { ...clock('zh-CN'), data });
    expect(plan.rows.flatMap((row) => (row.kind === 'refused' ? [row.code] : []))).toEqual([
      'import.unknownLesson',
      'import.unknownLesson',
    ]);
    expect(plan.changes).toEqual([]);
  });
});

describe('an archive', () => {
  it('gives back what is attached to a card as it went in', () => {
    expect(decodeArchive(encodeArchive([data], NOW))).toEqual({ ok: true, value: [data] });
  });
});
