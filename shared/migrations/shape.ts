import { isDecimal } from '../calc/quantity';

/**
 * Guards that check foreign data against the model, strictly: every key there, none beside, every value of its kind.
 * A guard says where the first problem is; it never repairs. Hand-written, because schema libraries compile code at
 * run time, which the content security policy forbids.
 */
export interface Guard<T> {
  /** Path of the first value that is not as it must be; null when all is well. */
  readonly problem: (value: unknown, at: string) => string | null;
  /** The key may be missing in its record. */
  readonly optional?: true;
  /** Carries the type that the guard promises; never set. */
  readonly promises?: T;
}

function simple<T>(test: (value: unknown) => boolean): Guard<T> {
  return { problem: (value, at) => (test(value) ? null : at) };
}

export const text: Guard<string> = simple((value) => typeof value === 'string');
export const flag: Guard<boolean> = simple((value) => typeof value === 'boolean');
/** An id: text that is not empty. */
export const idText: Guard<string> = simple((value) => typeof value === 'string' && value !== '');
/** A safe integer: money in 分, an order, a slot number. */
export const integer: Guard<number> = simple((value) => Number.isSafeInteger(value));
export const decimal: Guard<string> = simple((value) => typeof value === 'string' && isDecimal(value));
export const day: Guard<string> = simple((value) => typeof value === 'string' && isDay(value));
export const month: Guard<string> = simple((value) => typeof value === 'string' && isDay(`${value}-01`));
export const instant: Guard<string> = simple(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value),
);

/** One of the given values, exactly. */
export const oneOf = <const T extends string>(...values: readonly T[]): Guard<T> =>
  simple((value) => (values as readonly unknown[]).includes(value));

export const orNull = <T>(guard: Guard<T>): Guard<T | null> => ({
  problem: (value, at) => (value === null ? null : guard.problem(value, at)),
});

/** A key that may be missing, but not null: fields that came later than the data. */
export const optional = <T>(guard: Guard<T>): Guard<T> => ({ problem: guard.problem, optional: true });

export const listOf = <T>(guard: Guard<T>): Guard<readonly T[]> => ({
  problem: (value, at) => {
    if (!Array.isArray(value)) return at;
    for (let index = 0; index < value.length; index += 1) {
      const problem = guard.problem(value[index], `${at}[${index}]`);
      if (problem !== null) return problem;
    }
    return null;
  },
});

/** An object used as a dictionary; keys and values each have a guard. */
export const mapOf = <T>(key: Guard<string>, guard: Guard<T>): Guard<Readonly<Record<string, T>>> => ({
  problem: (value, at) => {
    if (!isObject(value)) return at;
    for (const [name, entry] of Object.entries(value)) {
      const problem = key.problem(name, `${at}.${name}`) ?? guard.problem(entry, `${at}.${name}`);
      if (problem !== null) return problem;
    }
    return null;
  },
});

/** An object with exactly the keys of T; only those of an `optional` guard may be missing. */
export function record<T>(guards: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const entries = Object.entries<Guard<unknown>>(guards);
  return {
    problem: (value, at) => {
      if (!isObject(value)) return at;
      for (const [key, guard] of entries) {
        if (!Object.hasOwn(value, key)) {
          if (guard.optional) continue;
          return `${at}.${key}`;
        }
        const problem = guard.problem(value[key], `${at}.${key}`);
        if (problem !== null) return problem;
      }
      const extra = Object.keys(value).find((key) => !Object.hasOwn(guards, key));
      return extra === undefined ? null : `${at}.${extra}`;
    },
  };
}

/** An object that is one of several, told apart by its `kind`. */
export const byKind = <T extends { readonly kind: string }>(variants: {
  readonly [K in T['kind']]: Guard<Extract<T, { readonly kind: K }>>;
}): Guard<T> => ({
  problem: (value, at) => {
    const kind = isObject(value) ? value['kind'] : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(variants, kind)) return `${at}.kind`;
    const guard: Guard<unknown> = variants[kind as T['kind']];
    return guard.problem(value, at);
  },
});

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const [year, monthNumber, dayNumber] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber - 1];
  return length !== undefined && dayNumber >= 1 && dayNumber <= length;
}
