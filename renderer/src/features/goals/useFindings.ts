import { onScopeDispose, shallowRef, watch } from 'vue';
import { usePublishedStore } from '../../stores/published';
import { findingsInSteps, type Findings } from './model/findings';
import { runInSlices } from './runInSlices';

/** Pause after an edit before everything is checked again, in ms: whoever types on must not wait for the checks. */
const PAUSE = 250;

/**
 * What is to be settled in the plan as it is shown, looked up in slices; null = not looked up yet. After an
 * edit the last findings stand until the next ones are there.
 */
export function useFindings(withHints: () => boolean) {
  const published = usePublishedStore();
  const findings = shallowRef<Findings | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;

  function look(): void {
    if (!published.data) return;
    const steps = findingsInSteps(published.data, published.result, withHints());
    stop = runInSlices(steps, (found) => (findings.value = found));
  }

  watch([() => published.data, withHints], () => {
    clearTimeout(timer);
    stop();
    timer = setTimeout(look, PAUSE);
  });
  look();
  onScopeDispose(() => {
    clearTimeout(timer);
    stop();
  });
  return findings;
}
