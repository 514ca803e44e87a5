import { describe, expect, it } from 'vitest';
import { minutesWorkbook } from './minutesWorkbook';
import { sampleOn } from './sample.fixture';

const words = {
  title: '2026-08-24 周会纪要',
  sheet: '会议纪要',
  attendees: '参会：',
  team: '全组',
  heads: ['姓名', '进展', '困难', '所需支持', '重点问题', '行动', '责任人', '期限', '状态'],
  state: (state: string) => ({ open: '未开始', doing: '进行中', done: '已完成' })[state] ?? state,
};

describe('the minutes as a workbook', () => {
  const { sheets } = minutesWorkbook(sampleOn(), '2026-08-24', words, '2026-08-24T08:00:00.000Z');
  const rows = sheets[0]?.rows ?? [];
  const texts = rows.map((row) =>
    row.map((cell) =>
      cell?.value?.kind === 'text' ? cell.value.text : cell?.value?.kind === 'date' ? cell.value.date : '',
    ),
  );

  it('say what meeting, who was there, and a line an entry with its action and day', () => {
    expect(texts[0]).toEqual(['2026-08-24 周会纪要']);
    expect(texts[1]?.[0]).toMatch(/^华东大区 · 2026 年第三季度 {2}参会：.*全体组员$/);
    expect(texts[2]).toEqual(words.heads);
    expect(texts[4]).toEqual([
      '李婷',
      '第 8 周 7.1 万元',
      '厦门验收推迟',
      '售后到场半天',
      '验收清单没有提前给',
      '08-26 验收',
      '李婷',
      '2026-08-28',
      '未开始',
    ]);
    expect(rows[4]?.[7]?.value?.kind).toBe('date');
  });

  it('of a day without a meeting are an empty table, not a failure', () => {
    const empty = minutesWorkbook(sampleOn(), '2026-08-25', words, '2026-08-24T08:00:00.000Z');
    expect(empty.sheets[0]?.rows).toHaveLength(3);
  });
});
