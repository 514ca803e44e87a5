/** Longest that a slice holds up the window, in ms: a keystroke that comes meanwhile waits no longer. */
const SLICE = 6;

/**
 * Does steps of work in slices, between which the window answers keys and paints; returns how to stop. `done` gets what the
 * steps come to. Idle moments are not waited for: a window that is never idle would never get its answer.
 */
export function runInSlices<T>(steps: Iterator<void, T>, done: (value: T) => void): () => void {
  let timer = setTimeout(slice);
  function slice(): void {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return done(step.value);
    } while (performance.now() < end);
    timer = setTimeout(slice);
  }
  return () => clearTimeout(timer);
}
