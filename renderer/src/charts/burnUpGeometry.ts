import type { BurnUpDrawing } from './burnUpDrawing';
import { scaleRound, ticksUpTo } from './scale';

/** Free space above the highest value, so that its label has room. */
const HEADROOM = 16 / 15;

/** Labels nearer than this share of the height are pushed apart. */
const CLASH = 0.12;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Everything of a burn-up chart in per cent of its plot, y downwards. */
export interface BurnUpGeometry {
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly targetLine: string;
  readonly actualLine: string;
  readonly band: string;
  readonly dots: readonly Spot[];
  readonly last: { readonly actual: Spot; readonly target: Spot } | null;
  readonly targetEnd: number | null;
  readonly projectionEnd: number | null;
  /** The two end labels stand too near to each other. */
  readonly endsClash: boolean;
}

const text = (spots: readonly Spot[]): string =>
  spots.map((spot) => `${spot.x.toFixed(2)},${spot.y.toFixed(2)}`).join(' ');

export function burnUpGeometry(drawing: BurnUpDrawing): BurnUpGeometry {
  const ends = [drawing.target?.value, drawing.projection?.value];
  const values = [...ends, ...drawing.points.flatMap((point) => [point.target, point.actual])].filter(
    (value) => value !== null && value !== undefined,
  );
  const max = Math.max(0, ...values);
  const scale = drawing.cumulative
    ? { from: 0, to: (max > 0 ? max : 1) * HEADROOM, ticks: ticksUpTo(max) }
    : scaleRound(values);
  const y = (value: number): number => (1 - (value - scale.from) / (scale.to - scale.from)) * 100;
  const spot = (x: number, value: number): Spot => ({ x: x * 100, y: y(value) });
  const origin = drawing.cumulative ? [{ x: 0, y: 100 }] : [];
  const target = drawing.points.flatMap((point) => (point.target === null ? [] : [spot(point.to, point.target)]));
  const reported = drawing.points.filter((point) => point.actual !== null);
  const actual = reported.map((point) => spot(point.to, point.actual ?? 0));
  const under = reported.map((point) => spot(point.to, point.target ?? 0));
  const end = reported.at(-1);
  const targetEnd = drawing.target ? y(drawing.target.value) : null;
  const projectionEnd = drawing.projection ? y(drawing.projection.value) : null;
  return {
    ticks: scale.ticks.map((value) => ({ value, y: y(value) })),
    targetLine: text([...origin, ...target]),
    actualLine: actual.length === 0 ? '' : text([...origin, ...actual]),
    band: actual.length === 0 ? '' : text([...origin, ...under, ...[...actual].reverse()]),
    dots: actual,
    last: end ? { actual: spot(end.to, end.actual ?? 0), target: spot(end.to, end.target ?? 0) } : null,
    targetEnd,
    projectionEnd,
    endsClash: targetEnd !== null && projectionEnd !== null && Math.abs(targetEnd - projectionEnd) < CLASH * 100,
  };
}
