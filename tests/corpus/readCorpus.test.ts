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

/** Far below the minute after which the application ends its worker. */
const TIME_LIMIT = 20_000;

const read = (file: string) => readWorkbook(new Uint8Array(readFileSync(file)), basename(file));

describe.skipIf(files.length === 0)('a foreign workbook', () => {
  it.each(files.map((file) => [basename(file), file]))(
    'is read, or refused in words: %s',
    { timeout: 60_000 },
    async (_name, file) => {
      const before = performance.now();
      const result = await read(file);
      expect(performance.now() - before).toBeLessThan(TIME_LIMIT);
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
  const named = (prefix: string) => files.filter((file) => basename(file).startsWith(`${prefix}__`));

  it('with a password say so', async () => {
    const locked = named('password');
    expect(locked.length).toBeGreaterThan(2);
    for (const file of locked) expect(await read(file), file).toEqual({ ok: false, error: { code: 'file.password' } });
  });

  it('with an entity bomb are not opened', async () => {
    expect(await read(odd('hostile__poi__poc-xmlbomb-empty.xlsx'))).toEqual({
      ok: false,
      error: { code: 'file.doctype' },
    });
  });

  it.each(['old-biff', 'dates', 'chinese', 'formula', 'protected-sheet', 'stress'])(
    'of the kind %s are read',
    async (kind) => {
      expect(named(kind).length).toBeGreaterThan(0);
      for (const file of named(kind)) expect(await read(file), file).toMatchObject({ ok: true });
    },
  );

  it('that are damaged are refused as damaged', async () => {
    for (const name of ['corrupt__poi__duplicate-filename.xlsx', 'corrupt__calamine__too_small.xls'])
      expect(await read(odd(name)), name).toEqual({ ok: false, error: { code: 'file.corrupt' } });
  });

  it('saved as a web page or XML say what to do', async () => {
    for (const name of ['variant__test_files__column_width.htm', 'variant__poi__SampleSS.xml'])
      expect(await read(odd(name)), name).toEqual({ ok: false, error: { code: 'file.webPage' } });
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
