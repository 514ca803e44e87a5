import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { evaluationReport, type EvaluationReport } from '#shared/calc/report';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import type { CliIo } from './io';
import { run } from './run';

let folder = '';
let plan = '';
const NOW = '2026-11-24T08:00:00.000Z';

/** Runs one command line and gives what it said. */
async function waymark(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const complaints: string[] = [];
  let counter = 0;
  const io: CliIo = {
    print: (line) => out.push(line),
    complain: (line) => complaints.push(line),
    now: () => NOW,
    today: () => '2026-11-24',
    newId: () => `id-${++counter}`,
    locale: 'zh-CN',
  };
  const code = await run(argv, io);
  return { code, out: out.join('\n'), err: complaints.join('\n') };
}

/** Changes cells of the sample workbook with the library the reader does not use. */
async function edited(name: string, edit: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(plan);
  edit(book);
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

/** The cell under a header, in the row that starts with a text. */
function cellOf(book: ExcelJS.Workbook, sheet: string, header: string, row: string): ExcelJS.Cell {
  const found = book.getWorksheet(sheet);
  let column = 0;
  let result: ExcelJS.Cell | null = null;
  found?.eachRow((cells) => {
    cells.eachCell((cell, at) => {
      if (cell.text === header) column = at;
    });
    if (column > 0 && cells.getCell(1).text === row) result ??= cells.getCell(column);
  });
  if (!result) throw new Error(`no ${header} of ${row} on ${sheet}`);
  return result;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-cli-'));
  plan = join(folder, '示例.xlsx');
  expect(await waymark('sample', '--out', plan)).toMatchObject({ code: 0, err: '' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('waymark evaluate', () => {
  it('gives the figures the application computes from the same plan, and writes templates 2, 3 and 4', async () => {
    const out = join(folder, '结果');
    const result = await waymark('evaluate', plan, '--out', out, '--json');
    expect(result.err).toBe('');
    const report = JSON.parse(result.out) as EvaluationReport;
    let counter = 0;
    const data = makeSamplePlan({ newId: () => `s-${++counter}`, now: NOW });
    const own = evaluationReport(data, evaluatePlan(data, '2026-11-24'));
    expect(report.members).toEqual(own.members);
    expect(report.stars).toEqual(['林晓雯', '陈立群']);
    expect(report.members[0]).toEqual({
      name: '林晓雯',
      employeeNo: 'HD005',
      quantitative: '100.000000',
      qualitative: '93.400000',
      total: '98.020000',
      rank: 1,
      overallCompletion: expect.stringMatching(/^1\.15/),
      payoutRatio: '1.200000',
      bonus: '31200.00',
      paid: '32700.00',
      provisional: false,
    });
    expect((await readdir(out)).sort().map((name) => name.slice(0, 2))).toEqual(['2-', '3-', '4-']);
  });

  it('sees the plan as of another day', async () => {
    const result = await waymark('evaluate', plan, '--as-of', '2026-08-24', '--json');
    const report = JSON.parse(result.out) as EvaluationReport;
    expect(report.asOf).toBe('2026-08-24');
    expect(report.warnings.filter((warning) => warning.level === 'red').map((warning) => warning.member)).toEqual(
      expect.arrayContaining(['郑凯', '赵一鸣']),
    );
  });

  it('judges by the rules of the specification where a workbook names none', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = (name: string, rows: unknown[][]): void => void book.addWorksheet(name).addRows(rows);
    sheet('方案', [
      ['项目', '值'],
      ['方案名称', '三张表'],
      ['开始日期', '2026-07-01'],
      ['结束日期', '2026年9月30日'],
    ]);
    sheet('成员', [
      ['员工姓名', '奖金基准'],
      ['张三', '１０,０００'],
    ]);
    sheet('目标分解', [
      ['某公司目标表'],
      ['目标编号', '目标层级', '责任主体', 'KPI', '指标类型', '目标口径', '目标任务', '权重(%)', '责任人', '截止日期'],
      ['G1', '个人', '张三', '销售额', '量化', '月均', '40', 100, '张三', '2026/9/30'],
      ['G2', '个人', '张三', '团队协作', '定性', '', '85', 100, '张三', '2026/9/30'],
      ['合计'],
    ]);
    sheet('过程跟踪', [
      ['目标编号', '周次', '开始日期', '结束日期', '周实际'],
      ['G1', 1, '2026-07-01', '2026-07-05', 119.99],
    ]);
    sheet('360反馈', [
      ['被评人', '评价关系', '指标名称', '评分', '不了解'],
      ['张三', '上级', '团队协作', 90, ''],
      ['张三', '同事', '团队协作', 80, ''],
      ['张三', '同事', '团队协作', 84, ''],
      ['张三', '客户', '团队协作', '', '是'],
    ]);
    const path = join(folder, '三张表.xlsx');
    await book.xlsx.writeFile(path);
    const report = JSON.parse((await waymark('evaluate', path, '--json')).out) as EvaluationReport;
    // 119.99 of 120 is not 100 %; 上级 40 and 同事 30 share the weight of 客户, who did not know.
    expect(report.members[0]).toMatchObject({
      quantitative: '80.000000',
      qualitative: ((40 * 90 + 30 * 82) / 70).toFixed(6),
      payoutRatio: '1.000000',
      bonus: '10000.00',
    });
  });

  it('stops at a cell it does not understand, names it, and writes nothing', async () => {
    const broken = await edited('坏.xlsx', (book) => {
      cellOf(book, '目标分解', '目标值*', 'DQ-S').value = '一千五';
    });
    const out = join(folder, '没有');
    const result = await waymark('evaluate', broken, '--out', out, '--json');
    expect(result.code).toBe(2);
    expect(result.out).toBe('');
    expect(result.err).toMatch(/坏\.xlsx · 目标分解 · [A-Z]+\d+：.*一千五/);
    expect(result.err.split('\n')).toHaveLength(1);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('refuses what is no plan in one line', async () => {
    const text = join(folder, '随便.csv');
    await writeFile(text, '甲,乙\n1,2\n');
    const junk = join(folder, 'junk.xlsx');
    await writeFile(junk, new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]));
    const cases = [
      ['evaluate', join(folder, '不在.xlsx'), '--out', folder],
      ['evaluate', text, '--out', folder],
      ['evaluate', junk, '--out', folder],
      ['evaluate', folder, '--out', folder],
      ['evaluate', plan, '--out', plan],
      ['evaluate', plan],
      ['evaluate'],
      ['evaluate', plan, '--out', folder, '--as-of', '2026-02-30'],
      ['evaluate', plan, '--wat'],
      ['blank', '--template', '5'],
      ['sample'],
      ['nothing'],
    ];
    for (const argv of cases) {
      const result = await waymark(...argv);
      expect([argv.join(' '), result.code, result.out]).toEqual([argv.join(' '), 2, '']);
      expect(result.err.split('\n')).toHaveLength(1);
      expect(result.err.length).toBeGreaterThan(6);
    }
  });
});

describe('waymark check', () => {
  it('finds nothing wrong with the sample but its warnings, each with a place or a name', async () => {
    const result = await waymark('check', plan);
    expect(result.err).toBe('');
    expect(result.out).not.toContain('错误  ');
  });

  it('exits with 1 and says where, when a weight makes 110 %', async () => {
    const heavy = await edited('超重.xlsx', (book) => {
      cellOf(book, '目标分解', '权重(%)', 'HD001-S').value = 60;
    });
    const result = await waymark('check', heavy);
    expect(result.code).toBe(1);
    expect(result.out).toContain('110');
  });
});

describe('waymark blank', () => {
  it.each(['1', '2', '3', '4', 'plan', 'feedback'])('writes the form of template %s', async (template) => {
    const path = join(folder, `blank-${template}.xlsx`);
    expect(await waymark('blank', '--template', template, '--out', path)).toMatchObject({ code: 0, err: '' });
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  });
});
