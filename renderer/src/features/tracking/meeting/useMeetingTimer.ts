import { computed, onBeforeUnmount, onMounted, ref } from 'vue';
import { MEETING_SECONDS, secondsEach } from '../model/meeting';

/** The clock of a meeting: what is left of fifteen minutes, and of the turn of whoever speaks. It can be paused. */
export function useMeetingTimer(people: () => number) {
  const elapsed = ref(0);
  const turnStart = ref(0);
  const running = ref(true);
  let last = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;

  onMounted(() => {
    last = performance.now();
    timer = setInterval(() => {
      const now = performance.now();
      if (running.value) elapsed.value += (now - last) / 1000;
      last = now;
    }, 500);
  });
  onBeforeUnmount(() => clearInterval(timer));

  return {
    running,
    left: computed(() => MEETING_SECONDS - elapsed.value),
    turnLeft: computed(() => secondsEach(people()) - (elapsed.value - turnStart.value)),
    /** Somebody else's turn begins now. */
    nextTurn: (): void => {
      turnStart.value = elapsed.value;
    },
  };
}
