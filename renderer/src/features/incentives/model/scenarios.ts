import { isDecimal } from '#shared/calc/quantity';
import type { TryOut } from './tryOut';

/** A what-if somebody kept under a name. It lives beside the plan, in the settings of this machine. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly tryOut: TryOut;
}

/** The form in which scenarios are stored. */
export interface StoredScenario {
  readonly id: string;
  readonly name: string;
  readonly actuals: readonly (readonly [string, string])[];
  readonly targets: readonly (readonly [string, string])[];
  readonly bandValues: readonly (readonly [number, string])[];
}

/** Key of the settings under which a plan's scenarios are kept. */
export const scenariosKey = (planId: string): string => `whatIf:${planId}`;

export const storeScenario = ({ id, name, tryOut }: Scenario): StoredScenario => ({
  id,
  name,
  actuals: [...tryOut.actuals],
  targets: [...tryOut.targets],
  bandValues: [...tryOut.bandValues],
});

/** Reads scenarios back; a pair that is no number any more is left out rather than computed with. */
export function restoreScenario(stored: StoredScenario): Scenario {
  const pairs = <Key>(list: readonly (readonly [Key, string])[]): Map<Key, string> =>
    new Map(list.filter(([, value]) => isDecimal(value)));
  const { id, name, actuals, targets, bandValues } = stored;
  return { id, name, tryOut: { actuals: pairs(actuals), targets: pairs(targets), bandValues: pairs(bandValues) } };
}

/** Puts a scenario at the end, or in the place of the one with the same name. */
export function keepScenario(all: readonly Scenario[], next: Scenario): Scenario[] {
  const index = all.findIndex((one) => one.name === next.name);
  return index < 0 ? [...all, next] : all.map((one, at) => (at === index ? { ...next, id: one.id } : one));
}
