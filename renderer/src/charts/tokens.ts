/** The design's colours as they are now, for what is drawn on a canvas. Read at draw time, and again when the theme changes. */
export interface ChartTokens {
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly surface: string;
  readonly line: string;
  readonly grid: string;
  readonly target: string;
  readonly band: string;
  readonly watch: string;
  /** Six hues in their order; each goes with its own marker or dash. */
  readonly series: readonly [string, string, string, string, string, string];
  readonly font: string;
}

export function readTokens(root: Element = document.documentElement): ChartTokens {
  const style = getComputedStyle(root);
  const value = (name: string): string => style.getPropertyValue(`--w-${name}`).trim();
  return {
    text: value('text'),
    text2: value('text-2'),
    text3: value('text-3'),
    surface: value('surface'),
    line: value('line-strong'),
    grid: value('chart-grid'),
    target: value('chart-target'),
    band: value('chart-band'),
    watch: value('watch-mark'),
    series: [
      value('chart-1'),
      value('chart-2'),
      value('chart-3'),
      value('chart-4'),
      value('chart-5'),
      value('chart-6'),
    ],
    font: value('font'),
  };
}
