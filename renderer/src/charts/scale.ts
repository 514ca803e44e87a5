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
