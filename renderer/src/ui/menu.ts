/** One entry of a menu; `separator` draws a line above it. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly separator?: boolean | undefined;
  readonly grave?: boolean | undefined;
}
