import { describe, expect, it } from 'vitest';
import { runInSlices } from './runInSlices';

/** Steps that keep the thread busy for some ms each. */
function* busy(count: number, ms: number, began: () => void): Generator<void, number> {
  for (let n = 0; n < count; n += 1) {
    began();
    for (const end = performance.now() + ms; performance.now() < end;);
    yield;
  }
  return count;
}

describe('work in slices', () => {
  it('comes to its end and lets other things happen in between', async () => {
    let others = 0;
    const ticking = setInterval(() => (others += 1));
    const result = await new Promise(
      (done) =>
        void runInSlices(
          busy(20, 4, () => undefined),
          done,
        ),
    );
    clearInterval(ticking);
    expect(result).toBe(20);
    expect(others).toBeGreaterThan(2);
  });

  it('does no further step once it is stopped, and reports nothing', async () => {
    let steps = 0;
    let reported = false;
    const stop = runInSlices(
      busy(1000, 2, () => (steps += 1)),
      () => (reported = true),
    );
    await new Promise((go) => setTimeout(go, 30));
    stop();
    const done = steps;
    await new Promise((go) => setTimeout(go, 30));
    expect(steps).toBe(done);
    expect(reported).toBe(false);
  });
});
