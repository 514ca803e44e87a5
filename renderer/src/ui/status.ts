/** Where a goal or a person stands; colour, shape and word go together. */
export type Status = 'green' | 'amber' | 'red' | 'unreported' | 'due';

/** Shape of each status (a mark of the sprite). */
export const STATUS_SHAPE = {
  green: 'ok',
  amber: 'watch',
  red: 'alert',
  unreported: 'none',
  due: 'due',
} as const satisfies Record<Status, string>;

/** Colour class of its word. */
export const STATUS_TONE = {
  green: 'ok',
  amber: 'watch',
  red: 'alert',
  unreported: 'mute',
  due: '',
} as const satisfies Record<Status, string>;
