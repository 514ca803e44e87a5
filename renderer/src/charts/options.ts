import type { ChartOptions, Plugin, ScaleOptionsByType } from 'chart.js';
import type { ChartTokens } from './tokens';

/** The 12 px type of axis labels. */
export const axisFont = (tokens: ChartTokens) => ({ family: tokens.font, size: 12 });

type CartesianScale = ScaleOptionsByType<'linear' | 'category'>;

/** An axis without grid whose labels stand back. */
export function quietAxis(tokens: ChartTokens) {
  return {
    grid: { display: false },
    border: { color: tokens.line },
    ticks: { color: tokens.text3, font: axisFont(tokens) },
  } satisfies Partial<Record<keyof CartesianScale, unknown>>;
}

/** A value axis: a few grid lines from 0, no axis line. */
export function valueAxis(tokens: ChartTokens, text: (value: number) => string) {
  return {
    beginAtZero: true,
    grid: { color: tokens.grid },
    border: { display: false },
    ticks: {
      color: tokens.text3,
      font: axisFont(tokens),
      maxTicksLimit: 5,
      callback: (value: number | string) => text(Number(value)),
    },
  };
}

/** No legend and no tooltip: lines and bars are labelled where they stand. */
export const plain: Pick<ChartOptions, 'layout'> = { layout: { padding: { top: 20 } } };

/** Writes a text above each bar of the first data set; empty texts are left out. */
export function barLabels(texts: readonly string[], tokens: ChartTokens): Plugin<'bar'> {
  return {
    id: 'barLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 12px ${tokens.font}`;
      ctx.fillStyle = tokens.text;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'bottom';
      chart.getDatasetMeta(0).data.forEach((bar, index) => {
        const text = texts[index] ?? '';
        if (text !== '') ctx.fillText(text, bar.x, Math.min(bar.y, (bar as unknown as { base: number }).base) - 4);
      });
      ctx.restore();
    },
  };
}
