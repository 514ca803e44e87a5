import { describe, expect, it } from 'vitest';
import { buildEml, encodedWords } from './eml';

const decode = (words: string): string =>
  words
    .split('\r\n ')
    .map((word) => Buffer.from(/^=\?UTF-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? '', 'base64').toString('utf8'))
    .join('');

describe('an encoded header', () => {
  it('leaves plain text alone', () => {
    expect(encodedWords('Feedback Q3')).toBe('Feedback Q3');
  });

  it('never cuts a character, nor passes 75 characters a line, and says the same', () => {
    const subject = '三季度互评邀请😀'.repeat(12);
    const encoded = encodedWords(subject);
    expect(decode(encoded)).toBe(subject);
    expect(Math.max(...encoded.split('\r\n ').map((line) => line.length))).toBeLessThanOrEqual(75);
  });
});

describe('a mail draft', () => {
  it('has no line over 998 characters and ends every line with CR LF', () => {
    const bytes = new Uint8Array(5000).fill(65);
    const mail = new TextDecoder().decode(
      buildEml(
        { to: ['a@b.c'], subject: '主题', text: '行\n'.repeat(500), attachments: [{ name: '表.xlsx', bytes }] },
        'b0',
      ),
    );
    expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
