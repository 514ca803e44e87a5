/**
 * Places for labels that want to stand at `wanted` (px), at least `gap` apart and inside `from`…`to` as far as they fit, in
 * the order they were given.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  let least = from;
  for (const one of order) {
    one.y = Math.max(one.y, least);
    least = one.y + gap;
  }
  let most = Math.max(to, from + gap * (order.length - 1));
  for (const one of [...order].reverse()) {
    one.y = Math.min(one.y, most);
    most = one.y - gap;
  }
  const places = wanted.map(() => 0);
  for (const { y, index } of order) places[index] = y;
  return places;
}
