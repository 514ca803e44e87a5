import { describe, expect, it } from 'vitest';
import { decodeBytes } from './bytes';
import { isSealed, sealArchive, unsealArchive } from './seal';

const text = '{"plans":["华东大区 · 2026 年第三季度"]}';
const sealedText = async (): Promise<string> => decodeBytes(await sealArchive(text, '密码 one')) ?? '';

describe('a sealed archive', () => {
  it('opens with its password, also when that was typed in full width', async () => {
    expect(await unsealArchive(await sealedText(), '密码　ｏｎｅ')).toEqual({ ok: true, value: text });
  });

  it('says that the password is wrong', async () => {
    expect(await unsealArchive(await sealedText(), 'two')).toEqual({ ok: false, error: { code: 'archive.password' } });
  });

  it('shows nothing of its content and never twice the same bytes', async () => {
    const [one, two] = [await sealedText(), await sealedText()];
    expect(one).not.toContain('华东');
    expect(one).not.toEqual(two);
    expect(isSealed(one)).toBe(true);
    expect(isSealed(text)).toBe(false);
  });

  it('does not open when a byte of content or header was changed', async () => {
    const sealed = JSON.parse(await sealedText()) as { data: string; rounds: number };
    const other = { ...sealed, data: `${sealed.data[0] === 'A' ? 'B' : 'A'}${sealed.data.slice(1)}` };
    const code = async (value: object): Promise<unknown> => {
      const opened = await unsealArchive(JSON.stringify(value), '密码 one');
      return opened.ok || opened.error.code;
    };
    expect(await code(other)).toBe('archive.password');
    expect(await code({ ...sealed, rounds: 600_001 })).toBe('archive.password');
  });

  it('is refused as damaged when cut off, and as newer when its envelope is of a later version', async () => {
    const sealed = await sealedText();
    expect(await unsealArchive(sealed.slice(0, -20), '密码 one')).toEqual({
      ok: false,
      error: { code: 'archive.damaged' },
    });
    const newer = JSON.stringify({ ...(JSON.parse(sealed) as object), version: 2 });
    expect(await unsealArchive(newer, '密码 one')).toEqual({ ok: false, error: { code: 'archive.newer' } });
  });

  it('refuses to work for minutes on a header that asks for it', async () => {
    const greedy = JSON.stringify({ ...(JSON.parse(await sealedText()) as object), rounds: 4_000_000_000 });
    expect(await unsealArchive(greedy, 'x')).toEqual({ ok: false, error: { code: 'archive.damaged' } });
  });
});
