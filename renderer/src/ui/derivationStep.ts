/** One line of a derivation: what is done, what comes out, where it comes from. Texts are ready to show. */
export interface DerivationStep {
  readonly label: string;
  readonly value: string;
  /** Unit of the value, in `text-3` behind the label of the result. */
  readonly unit?: string | undefined;
  readonly source?: string | undefined;
  /** A status the value names: its mark stands before it, in its colour. */
  readonly mark?: 'alert' | undefined;
  /** The result: bold, without a line below, last. */
  readonly result?: boolean | undefined;
}
