/** One view of a screen; `count` stands small beside its name. */
export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
}
