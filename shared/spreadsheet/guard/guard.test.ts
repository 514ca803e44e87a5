import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../readWorkbook';
import { filledCells } from './checkOds';
import { checkZip } from './checkZip';
import { zipDirectory } from './zipDirectory';

const codeOf = (bytes: Uint8Array): string => {
  const checked = checkZip(bytes);
  return checked.ok ? 'ok' : checked.error.code;
};

const sheet = strToU8('<worksheet><sheetData/></worksheet>');
const book = (more: Zippable = {}): Uint8Array => zipSync({ 'xl/workbook.xml': sheet, ...more });

/** Where the first central directory record starts. */
const centralAt = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 22 + 16, true);

describe('the check of a zip', () => {
  it('passes an ordinary one and gives its names', () => {
    expect(checkZip(book())).toEqual({ ok: true, value: ['xl/workbook.xml'] });
  });

  it('stops at a bomb, even when its headers understate the size', () => {
    const bomb = book({ 'xl/bomb.xml': [new Uint8Array(30_000_000), { level: 9 }] });
    const before = performance.now();
    expect(codeOf(bomb)).toBe('file.bomb');
    expect(performance.now() - before).toBeLessThan(1000);
    const entries = zipDirectory(bomb);
    const data = entries.ok ? entries.value.find(({ name }) => name === 'xl/bomb.xml')?.data : undefined;
    expect(data?.length).toBeGreaterThan(0);
    new DataView(bomb.buffer).setUint32(centralAt(bomb) + 46 + 'xl/workbook.xml'.length + 24, 10, true);
    expect(codeOf(bomb)).not.toBe('ok');
  });

  it('refuses more than 2,000 files', () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}.xml`, sheet]));
    expect(codeOf(zipSync(many))).toBe('file.bomb');
  });

  it('refuses a document type wherever the text is cut, in UTF-16 too', () => {
    const padding = ' '.repeat(65_530);
    expect(codeOf(book({ 'xl/a.xml': strToU8(`<?xml version="1.0"?>${padding}<!DOCTYPE x>`) }))).toBe('file.doctype');
    const wide = new Uint8Array(Buffer.from('<!DocType lolz>', 'utf16le'));
    expect(codeOf(book({ 'xl/a.xml': wide }))).toBe('file.doctype');
  });

  it('refuses an encrypted file', () => {
    const bytes = book();
    new DataView(bytes.buffer).setUint16(centralAt(bytes) + 8, 1, true);
    expect(codeOf(bytes)).toBe('file.password');
  });

  it('refuses what only claims to be a small zip: zip64, cut off, changed, or told differently by its two headers', () => {
    const zip64 = book();
    new DataView(zip64.buffer).setUint32(centralAt(zip64) + 24, 0xffffffff, true);
    expect(codeOf(zip64)).toBe('file.tooLarge');
    expect(codeOf(book().slice(0, -30))).toBe('file.corrupt');
    const crc = book();
    new DataView(crc.buffer).setUint32(centralAt(crc) + 16, 1, true);
    expect(codeOf(crc)).toBe('file.corrupt');
    const local = book();
    new DataView(local.buffer).setUint32(22, 7, true);
    expect(codeOf(local)).toBe('file.corrupt');
  });

  it('refuses two files of one name, of which the parser might read the other', () => {
    const bytes = zipSync({ 'xl/a.xml': sheet, 'xl/b.xml': sheet });
    const second = new TextDecoder('latin1').decode(bytes).lastIndexOf('xl/b.xml');
    bytes.set(strToU8('xl/A.xml'), second);
    expect(codeOf(bytes)).toBe('file.corrupt');
  });

  it('refuses a zip that is no workbook', async () => {
    const word = zipSync({ 'word/document.xml': sheet });
    expect(await readWorkbook(word, 'a.xlsx')).toEqual({ ok: false, error: { code: 'file.unsupported' } });
  });
});

describe('an OpenDocument sheet', () => {
  const cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>';
  const row = (cells: string): string =>
    `<table:table-row table:number-rows-repeated="1048576">${cells}</table:table-row>`;

  it('that repeats a filled cell without end is not opened', async () => {
    const bytes = zipSync({ 'content.xml': strToU8(`<table:table>${row(cell)}</table:table>`) });
    expect(await readWorkbook(bytes, 'a.ods')).toEqual({ ok: false, error: { code: 'file.bomb' } });
  });

  it('may repeat empty cells to its end, as every one does', () => {
    expect(filledCells(row('<table:table-cell table:number-columns-repeated="16384"/>'))).toBe(0);
    expect(filledCells(`<table:table-row>${cell}</table:table-row>`)).toBe(16_384);
  });

  it('that is encrypted asks for the password to be removed', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const bytes = zipSync({ 'content.xml': sheet, 'META-INF/manifest.xml': strToU8(manifest) });
    expect(await readWorkbook(bytes, 'a.ods')).toEqual({ ok: false, error: { code: 'file.password' } });
  });
});
