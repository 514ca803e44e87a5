/**
 * The scalar types the whole model is written in.
 */

/**
 * A decimal in canonical text: optional `-`, digits without leading zeros, optional fraction of at
 * most 6 digits without trailing zeros; |x| < 10^15 (specification section 1). Never an exponent,
 * never `-0`. Text, because it is exact, sorts out of JSON unharmed, and reads well in a backup.
 */
export type Decimal = string;

/** Money in 分 as a safe integer (specification section 1). */
export type Fen = number;

/** A day as `yyyy-mm-dd`. Compares correctly as text. */
export type IsoDate = string;

/** An instant as ISO 8601 UTC text, always handed in by the host. */
export type Instant = string;
