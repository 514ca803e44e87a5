import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BadInput, type CliIo } from './io';
import { fill, wordsOf } from './texts';

/** One file to be written: where, and what. */
export interface OutFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : typeof error;

/** Bytes of a workbook named on the command line. Stops with one line when it is missing, a folder, or unreadable. */
export async function readInput(path: string, io: CliIo): Promise<Uint8Array> {
  const words = wordsOf(io.locale);
  try {
    if ((await stat(path)).isDirectory()) throw new BadInput(fill(words.isFolder, { file: path }));
    return await readFile(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const code = codeOf(error);
    throw new BadInput(fill(code === 'ENOENT' ? words.notFound : words.unreadable, { file: path, reason: code }));
  }
}

/** A folder to write into, made when missing. */
export async function outFolder(path: string, io: CliIo): Promise<string> {
  const words = wordsOf(io.locale);
  try {
    await mkdir(path, { recursive: true });
    return resolve(path);
  } catch (error) {
    const code = codeOf(error);
    throw new BadInput(
      fill(code === 'EEXIST' || code === 'ENOTDIR' ? words.outIsFile : words.unwritable, { file: path, reason: code }),
    );
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes all files or none: everything goes to temporary names first, and is renamed only when all of it is on disk.
 * Stops with one line naming the file that could not be written.
 */
export async function writeAll(files: readonly OutFile[], io: CliIo): Promise<void> {
  const staged: { from: string; to: string }[] = [];
  let current = '';
  try {
    for (const [index, file] of files.entries()) {
      current = file.path;
      const from = join(dirname(file.path), `.${basename(file.path)}.${process.pid}-${index}.tmp`);
      staged.push({ from, to: file.path });
      await writeSynced(from, file.bytes);
    }
    for (const { from, to } of staged) {
      current = to;
      await rename(from, to);
    }
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
    throw new BadInput(fill(wordsOf(io.locale).unwritable, { file: current, reason: codeOf(error) }));
  }
}
