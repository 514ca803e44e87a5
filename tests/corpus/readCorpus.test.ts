import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#shared/spreadsheet/readWorkbook';
import { issueMessage } from '#shared/texts/issueText';

/** Real and hostile workbooks that lie beside the project; they are not ours to publish. */
const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const FOLDERS = ['odd-workbooks', 'foreign-workbooks', 'crm'];
const files = FOLDERS.filter((name) => existsSync(join(DATA, name))).flatMap((name) =>
  readdirSync(join(DATA, name)).map((file) => join(DATA, name, file)),
);
if (files.length === 0) process.stderr.write('The corpus of foreign workbooks is not here; its tests did not run.\n');

const read = (file: string) => readWorkbook(new Uint8Array(readFileSync(file)), basename(file));

describe.skipIf(files.length === 0)('a foreign workbook', () => {
  it.each(files.map((file) => [basename(file), file]))(
    'is read, or refused in words: %s',
    { timeout: 60_000 },
    async (_name, file) => {
      const result = await read(file);
      if (result.ok) {
        expect(result.value.sheets.length).toBeGreaterThan(0);
        return;
      }
      expect(result.error.code).toMatch(/^file\./);
      expect(issueMessage(result.error, 'zh-CN')).not.toContain(result.error.code);
    },
  );
});

const odd = (name: string) => join(DATA, 'odd-workbooks', name);

describe.skipIf(!existsSync(join(DATA, 'odd-workbooks')))('the odd ones', () => {
  it('with a password say so', async () => {
    for (const name of ['password__poi__password.xls', 'password__test_files__password_2002_128_strong.xls']) {
      expect(await read(odd(name)), name).toEqual({ ok: false, error: { code: 'file.password' } });
    }
  });

  it('with an entity bomb are not opened', async () => {
    for (const name of ['hostile__poi__poc-xmlbomb-empty.xlsx']) {
      expect(await read(odd(name)), name).toMatchObject({ ok: false });
    }
  });

  it('that are Chinese .xls and .et keep their text', async () => {
    const provinces = await read(odd('chinese__poi__chinese-provinces.xls'));
    const texts = provinces.ok
      ? provinces.value.sheets.flatMap((sheet) => sheet.rows.flat().map((cell) => cell?.text ?? ''))
      : [];
    expect(texts.join('')).toMatch(/[\u4e00-\u9fff]{2}/);
  });

  it('that count days from 1904 give the same days as those from 1900', async () => {
    const days = async (name: string) => {
      const book = await read(odd(name));
      return book.ok
        ? book.value.sheets[0]?.rows
            .flat()
            .filter((cell) => cell?.kind === 'date')
            .map((cell) => cell?.text)
        : [];
    };
    const from1904 = await days('dates__poi__1904DateWindowing.xls');
    expect(from1904?.length).toBeGreaterThan(0);
    expect(from1904).toEqual(await days('dates__poi__1900DateWindowing.xls'));
  });
});
