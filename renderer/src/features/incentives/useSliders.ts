import { computed, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { fromDecimal } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { PlanResult } from '#shared/calc/result';
import { usePublishedStore } from '../../stores/published';
import { bandEdges } from './model/bandText';
import { sliderRange, type TryOut } from './model/tryOut';

/** One slider as it is drawn and what moving it does. Numbers are for drawing; the try-out holds exact text. */
export interface Slider {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly stored: number;
  readonly places: number;
  readonly value: number;
  readonly set: (value: number) => void;
}

type Values<Key> = ReadonlyMap<Key, string>;

/** The map with one value changed; a value equal to the stored one is none. */
function withValue<Key>(values: Values<Key>, key: Key, next: string, stored: string): Map<Key, string> {
  const map = new Map(values);
  if (next === stored) map.delete(key);
  else map.set(key, next);
  return map;
}

/**
 * Sliders of a person: actual and target of the first indicator with figures, and the payout of the band that is hit (also
 * the one a what-if leads to, and every band already moved).
 */
export function useSliders(memberId: () => string, tried: () => PlanResult | null, model: Ref<TryOut>) {
  const { t } = useI18n();
  const published = usePublishedStore();

  const row = computed(
    () => published.memberResult(memberId())?.rows.find((one) => one.goalId !== null && one.actual !== null) ?? null,
  );
  const indicator = computed(() =>
    row.value ? (published.data?.indicators.get(row.value.indicatorId) ?? null) : null,
  );

  function goalSlider(part: 'actuals' | 'targets'): Slider[] {
    const goalId = row.value?.goalId;
    const exact = part === 'actuals' ? row.value?.actual : row.value?.target;
    if (!goalId || !exact || !indicator.value) return [];
    const goal = published.data?.goals.get(goalId);
    // A target given by month or per head is not the period's: moving it here would say something else.
    if (part === 'targets' && goal?.target !== toDecimal(exact)) return [];
    const { precision, unit, name } = indicator.value;
    const stored = toDecimal(exact, precision);
    const member = published.data?.members.get(memberId())?.name ?? '';
    return [
      {
        key: part,
        label: t(part === 'actuals' ? 'incentives.tryout.actual' : 'incentives.tryout.target', {
          name: member,
          indicator: name,
        }),
        unit,
        ...sliderRange(stored, precision),
        stored: Number(stored),
        places: precision,
        value: Number(model.value[part].get(goalId) ?? stored),
        set: (value) => {
          const next = toDecimal(fromDecimal(value.toFixed(precision)));
          model.value = { ...model.value, [part]: withValue(model.value[part], goalId, next, stored) };
        },
      },
    ];
  }

  function bandSlider(index: number): Slider[] {
    const bands = published.data?.plan.policy.payoutBands ?? [];
    const band = bands[index];
    const edges = bandEdges(bands, index);
    if (!band || !edges) return [];
    const stored = Number(band.value) * 100;
    const text = model.value.bandValues.get(index);
    return [
      {
        key: `band-${index}`,
        label: t('incentives.tryout.ratio', {
          band:
            edges.to === null
              ? t('incentives.band.topPercent', { from: edges.from })
              : t('incentives.band.percent', { from: edges.from, to: edges.to }),
        }),
        unit: '%',
        min: Math.max(0, stored - 20),
        max: stored + 20,
        step: 1,
        stored,
        places: 0,
        value: text === undefined ? stored : Number(text) * 100,
        set: (value) => {
          const next = toDecimal(fromDecimal((Math.round(value) / 100).toFixed(2)));
          const values = withValue(model.value.bandValues, index, next, toDecimal(fromDecimal(band.value)));
          model.value = { ...model.value, bandValues: values };
        },
      },
    ];
  }

  return computed<readonly Slider[]>(() => {
    const hit = (tried() ?? published.result)?.members.get(memberId())?.payout.band ?? null;
    const indexes = new Set([...model.value.bandValues.keys(), ...(hit === null ? [] : [hit])]);
    return [
      ...goalSlider('actuals'),
      ...[...indexes].sort((a, b) => a - b).flatMap(bandSlider),
      ...goalSlider('targets'),
    ];
  });
}
