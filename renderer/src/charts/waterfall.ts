/** A part of a whole: its name, size, and how the size reads. */
export interface WaterfallPart {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** One bar of a waterfall from `start` to `end`. */
export interface WaterfallBar {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'whole' | 'part' | 'gap' | 'over';
}

/** The whole, each part on top of the one before, and what is missing or too much at the end (nothing when it adds up). */
export function waterfallBars(
  whole: WaterfallPart,
  parts: readonly WaterfallPart[],
  rest: WaterfallPart | null,
): WaterfallBar[] {
  const bars: WaterfallBar[] = [{ name: whole.name, start: 0, end: whole.value, text: whole.text, kind: 'whole' }];
  let reached = 0;
  for (const part of parts) {
    bars.push({ name: part.name, start: reached, end: reached + part.value, text: part.text, kind: 'part' });
    reached += part.value;
  }
  if (rest) {
    const kind = reached > whole.value ? 'over' : 'gap';
    bars.push({
      name: rest.name,
      start: Math.min(reached, whole.value),
      end: Math.max(reached, whole.value),
      text: rest.text,
      kind,
    });
  }
  return bars;
}
