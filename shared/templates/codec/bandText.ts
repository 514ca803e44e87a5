import { err, ok, type Result } from '../../domain/issue';
import type { Decimal } from '../../domain/primitives';
import { parseWrittenNumber, scale } from './numberText';
import { halfWidth } from './text';

/** One step of a ladder as written: left and right of the colon. */
type Pair = readonly [from: Decimal, value: Decimal];

const percent = (ratio: Decimal): string => `${scale(ratio, 100n) ?? ratio}%`;

/** `100%:100; 80%:80`; with `asShare` the right side is a share too: `100%:120%`. */
export const bandText = (bands: readonly { from: Decimal; value: Decimal }[], asShare: boolean): string =>
  bands.map(({ from, value }) => `${percent(from)}:${asShare ? percent(value) : value}`).join('; ');

/**
 * Reads `100%:100; 80%:80` (also full-width, also with 、, , or line breaks between). Numbers on the left, and on the
 * right with `asShare`, are percentages with or without their sign. Code `import.badBands`.
 */
export function parseBands(text: string, asShare: boolean): Result<{ from: Decimal; value: Decimal }[]> {
  const pairs: Pair[] = [];
  for (const part of halfWidth(text).split(/[;,、\n]/)) {
    if (part.trim() === '') continue;
    const [left, right, ...more] = part.split(':');
    const from = parseWrittenNumber(left ?? '');
    const value = parseWrittenNumber(right ?? '');
    if (!from.ok || !value.ok || more.length > 0) return err({ code: 'import.badBands', params: { text } });
    const edge = scale(from.value.value, 1n, 100n);
    const gives = asShare ? scale(value.value.value, 1n, 100n) : value.value.value;
    if (edge === null || gives === null) return err({ code: 'import.badBands', params: { text } });
    pairs.push([edge, gives]);
  }
  if (pairs.length === 0) return err({ code: 'import.badBands', params: { text } });
  return ok(pairs.map(([from, value]) => ({ from, value })));
}
