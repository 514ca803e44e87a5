import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { usePlanStore } from '../../stores/plan';
import { dimensionsOf } from './model/dimensions';

/** The plan's dimensions with their values; where none were declared, the usual three stand there by their names. */
export function useDimensions() {
  const { t } = useI18n();
  const store = usePlanStore();
  const usual = computed(() => [t('goals.view.product'), t('goals.view.region'), t('goals.view.customer')]);
  const dimensions = computed(() => (store.data ? dimensionsOf(store.data, usual.value) : []));
  return { dimensions };
}
