import { fromDecimal } from '#shared/calc/fraction';
import type { Indicator, Relation } from '#shared/domain/indicator';
import type { Decimal } from '#shared/domain/primitives';

/** Relations that can judge, in the order they are shown; 自评 never counts (specification section 4). */
export const JUDGES = ['superior', 'peer', 'customer', 'report'] as const satisfies readonly Relation[];

/** Who judges an indicator, with what weight (100 = 100 %); a weight of 0 does not judge. */
export function judgingRelations({
  relations,
}: Pick<Indicator, 'relations'>): { readonly relation: (typeof JUDGES)[number]; readonly weight: Decimal }[] {
  return JUDGES.flatMap((relation) => {
    const weight = relations[relation];
    return weight !== undefined && fromDecimal(weight).n > 0n ? [{ relation, weight }] : [];
  });
}
