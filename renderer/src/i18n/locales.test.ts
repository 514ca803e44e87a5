import { describe, expect, it } from 'vitest';
import { collectMessages, type Messages } from './collect';

/** Every text as `path {parameters}`, so that two languages can be laid side by side. */
function shape(messages: Messages, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [`${path}${key} {${[...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join()}}`]
      : shape(text, `${path}${key}.`),
  );
}

const all = collectMessages();

describe('the texts', () => {
  it('are there in Chinese and in English', () => {
    expect(Object.keys(all).sort()).toEqual(['en', 'zh-CN']);
  });

  it.each(Object.keys(all['zh-CN'] ?? {}))('of %s have the same keys and parameters in both languages', (name) => {
    expect(shape(all['en']?.[name] ?? {}).sort()).toEqual(shape(all['zh-CN']?.[name] ?? {}).sort());
  });

  it('have no namespace that stands in English only', () => {
    expect(Object.keys(all['en'] ?? {}).sort()).toEqual(Object.keys(all['zh-CN'] ?? {}).sort());
  });

  it('are never empty, and use no bare @ or |, which have a meaning of their own', () => {
    const texts = (messages: Messages): string[] =>
      Object.values(messages).flatMap((text) => (typeof text === 'string' ? [text] : texts(text)));
    for (const text of Object.values(all).flatMap((locale) => Object.values(locale).flatMap(texts))) {
      expect(text.trim()).not.toBe('');
      expect(text.replace(/\{'[^']*'\}/g, '')).not.toMatch(/[@|]/);
    }
  });
});
