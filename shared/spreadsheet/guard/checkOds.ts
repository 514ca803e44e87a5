import { unzipSync } from 'fflate';
import { err, ok, type Result } from '../../domain/issue';
import { LIMITS } from './limits';

const TAG = /<(?:[\w-]+:)?(table-row|table-cell)\b([^>]*)>/g;
const REPEATED = /\b(?:[\w-]+:)?number-(?:rows|columns)-repeated\s*=\s*["'](\d+)["']/;
const FILLED = /\b(?:[\w-]+:)?(?:value-type|formula)\s*=/;

const timesOf = (attributes: string): number => Number(REPEATED.exec(attributes)?.[1] ?? 1);

/** Filled cells that the text of an OpenDocument sheet stands for: one written cell may be repeated a thousand million times. */
export function filledCells(content: string): number {
  let rowTimes = 1;
  let sum = 0;
  for (const [, tag, attributes = ''] of content.matchAll(TAG)) {
    if (tag === 'table-row') rowTimes = timesOf(attributes);
    else if (FILLED.test(attributes)) sum += rowTimes * timesOf(attributes);
  }
  return sum;
}

/**
 * What the zip check cannot see of an OpenDocument file (already checked as a zip): parts of it encrypted
 * (`file.password`), and cells repeated without end (`file.bomb`).
 */
export function checkOds(bytes: Uint8Array): Result<null> {
  const files = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' || name === 'META-INF/manifest.xml' });
  const text = (name: string): string => new TextDecoder().decode(files[name] ?? new Uint8Array());
  if (text('META-INF/manifest.xml').includes('encryption-data')) return err({ code: 'file.password' });
  return filledCells(text('content.xml')) > LIMITS.repeatedCells ? err({ code: 'file.bomb' }) : ok(null);
}
