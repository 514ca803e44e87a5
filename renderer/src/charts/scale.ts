/** A round step (1, 2, 2.5 or 5 times a power of ten) that divides `max` into about `parts`. */
export function niceStep(max: number, parts: number): number {
  if (!(max > 0)) return 1;
  const rough = max / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Grid lines from 0 to at most `max`, 3 to 5 of them. */
export function ticksUpTo(max: number): number[] {
  const step = niceStep(max, 4);
  const count = Math.max(1, Math.floor(max / step + 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A scale round values that need not start at 0: room below and above, ends and ticks at round numbers. */
export function scaleRound(values: readonly number[]): { from: number; to: number; ticks: number[] } {
  const max = values.length === 0 ? 1 : Math.max(...values);
  const min = values.length === 0 ? 0 : Math.min(...values);
  const room = Math.max(max - min, Math.abs(max) * 0.05, 1e-6);
  const step = niceStep(max - min + 2 * room, 4);
  const from = min >= 0 ? Math.max(0, Math.floor((min - room) / step) * step) : Math.floor((min - room) / step) * step;
  const count = Math.ceil((max + room - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
  return { from, to: from + count * step, ticks };
}
