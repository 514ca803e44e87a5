/**
 * Levels of dots on a line so that none covers another: each stands as low as it can, at least `gap` from its neighbours on the
 * same level. One level a value, 0 = on the line, in the order given.
 */
export function stackDots(values: readonly number[], gap: number): number[] {
  const levels = values.map(() => 0);
  const last: number[] = [];
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  for (const at of order) {
    const value = values[at] ?? 0;
    const free = last.findIndex((before) => value - before >= gap);
    const level = free < 0 ? last.length : free;
    last[level] = value;
    levels[at] = level;
  }
  return levels;
}
