import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '#shared/domain/builders';
import { bandTexts, fromPercent, readBands } from './bandDraft';

describe('typed bands', () => {
  it('read back to what they were written from', () => {
    const { payoutBands } = defaultPolicy();
    expect(readBands(bandTexts(payoutBands, true), true)).toEqual({ ok: true, bands: payoutBands });
  });

  it('may be typed in full width and with a per cent sign', () => {
    expect(fromPercent('１２０％')).toBe('1.2');
  });

  it('are refused at the row that is no number, out of order, negative, or does not end at 0', () => {
    const row = (from: string, value: string) => ({ from, value });
    expect(readBands([row('100', 'x'), row('0', '0')], true)).toEqual({ ok: false, row: 0, why: 'number' });
    expect(readBands([row('80', '100'), row('80', '90'), row('0', '0')], true)).toEqual({
      ok: false,
      row: 1,
      why: 'order',
    });
    expect(readBands([row('80', '-1'), row('0', '0')], true)).toEqual({ ok: false, row: 0, why: 'negative' });
    expect(readBands([row('100', '120'), row('60', '80')], true)).toEqual({ ok: false, row: 1, why: 'lastEdge' });
    expect(readBands([], true)).toEqual({ ok: false, row: 0, why: 'lastEdge' });
  });

  it('keep no digit a ratio cannot hold', () => {
    expect(fromPercent('33.33333')).toBeNull();
    expect(fromPercent('33.3333')).toBe('0.333333');
  });
});
