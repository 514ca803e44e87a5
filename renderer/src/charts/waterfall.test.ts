import { describe, expect, it } from 'vitest';
import { waterfallBars } from './waterfall';

const part = (name: string, value: number) => ({ name, value, text: String(value) });

describe('the waterfall of a cascade', () => {
  it('stands each part on the one before', () => {
    const bars = waterfallBars(part('all', 100), [part('a', 60), part('b', 40)], null);
    expect(bars.map((bar) => [bar.start, bar.end])).toEqual([
      [0, 100],
      [0, 60],
      [60, 100],
    ]);
  });
  it('ends with what is missing', () => {
    const bars = waterfallBars(part('all', 100), [part('a', 70)], part('gap', 30));
    expect(bars.at(-1)).toMatchObject({ start: 70, end: 100, kind: 'gap' });
  });
  it('ends with what is too much', () => {
    const bars = waterfallBars(part('all', 100), [part('a', 110)], part('over', 10));
    expect(bars.at(-1)).toMatchObject({ start: 100, end: 110, kind: 'over' });
  });
});
