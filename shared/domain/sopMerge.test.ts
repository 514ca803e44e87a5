import { describe, expect, it } from 'vitest';
import type { Lesson } from './evaluation';
import { sopArrivals } from './sopMerge';

const lesson = (part: Partial<Lesson>): Lesson => ({
  id: 'a',
  kind: 'success',
  title: '转介绍',
  facts: '',
  cause: '',
  practice: '每月请老客户介绍',
  sopName: '《新客户拓展SOP》',
  owner: '',
  suggestion: '',
  tags: ['新客户'],
  ...part,
});
const options = { on: '2026-10-12', source: '华南的库' };
const arrivals = (here: readonly Lesson[], there: readonly Lesson[]) => sopArrivals(here, there, options);

describe('procedures of another library', () => {
  it('that are not here are new, and cards without a procedure are left out', () => {
    const there = [lesson({ id: 'x' }), lesson({ id: 'y', sopName: ' ' })];
    expect(arrivals([lesson({ title: '报价' })], there)).toEqual([{ kind: 'new', lesson: there[0] }]);
  });

  it('that are here word for word bring nothing', () => {
    expect(arrivals([lesson({})], [lesson({ id: 'x', title: '转介绍 ' })]).map(({ kind }) => kind)).toEqual(['same']);
  });

  it('with another text become the next version, and the text that was here stays as the one before', () => {
    const there = lesson({
      id: 'x',
      sopName: '新客户拓展 SOP',
      practice: '沙龙后次日送样',
      tags: ['沙龙'],
      usedIn: ['华南 Q3'],
    });
    const [arrival] = arrivals([lesson({})], [there]);
    expect(arrival).toMatchObject({
      kind: 'version',
      lesson: {
        id: 'a',
        practice: '沙龙后次日送样',
        tags: ['新客户', '沙龙'],
        usedIn: ['华南 Q3'],
        sopVersions: [
          { version: 1, text: '每月请老客户介绍' },
          { version: 2, text: '沙龙后次日送样', change: '华南的库' },
        ],
      },
    });
  });

  it('bring each of their versions once, however often they are taken', () => {
    const there = lesson({
      id: 'x',
      practice: '三',
      sopVersions: [
        { version: 1, on: '2026-08-01', text: '每月请老客户介绍', change: '' },
        { version: 2, on: '2026-09-01', text: '二', change: '加沙龙' },
      ],
    });
    const [first] = arrivals([lesson({})], [there]);
    expect(first?.lesson.sopVersions?.map(({ version, on, text, change }) => [version, on, text, change])).toEqual([
      [1, '2026-10-12', '每月请老客户介绍', ''],
      [2, '2026-09-01', '二', '华南的库：加沙龙'],
      [3, '2026-10-12', '三', '华南的库'],
    ]);
    expect(arrivals([first?.lesson ?? there], [there]).map(({ kind }) => kind)).toEqual(['same']);
  });
});
