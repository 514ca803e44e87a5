/** What the burn-up chart draws: figures as numbers for the lines, and as texts for the labels. x runs from 0 to 1. */
export interface BurnUpDrawing {
  readonly points: readonly {
    readonly label: string;
    readonly from: number;
    readonly to: number;
    readonly current: boolean;
    readonly target: number | null;
    readonly actual: number | null;
  }[];
  readonly months: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  readonly today: { readonly at: number; readonly label: string } | null;
  readonly target: EndLabel | null;
  readonly projection: EndLabel | null;
  /** Labels at the last actual point. */
  readonly lastActual: string;
  readonly lastTarget: string;
  /** Figures add up from 0; otherwise (rates, states) the lines start with the first point and the scale need not start at 0. */
  readonly cumulative: boolean;
  readonly tickText: (value: number) => string;
}

/** A value at the end of the period and how it reads. */
export interface EndLabel {
  readonly value: number;
  readonly text: string;
}

/** Names of the lines. */
export interface BurnUpNames {
  readonly actual: string;
  readonly plan: string;
  readonly target: string;
  readonly projection: string;
}
