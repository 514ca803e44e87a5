import type { Page } from 'playwright-core';

type Probe = Window & { painted?: Promise<number> };

/**
 * Types that many numbers down a column, from the cell that has the focus. Milliseconds from each Enter to the frame after
 * it was painted, in the page's own clock, the shortest first.
 */
export async function editToPaint(page: Page, edits: number): Promise<number[]> {
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    await page.keyboard.type(String(20 + edit));
    await page.evaluate(() => {
      (window as Probe).painted = new Promise((done) => {
        window.addEventListener(
          'keydown',
          (event) => {
            const start = event.timeStamp;
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
          },
          { capture: true, once: true },
        );
      });
    });
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => (window as Probe).painted ?? 0));
  }
  return times.sort((a, b) => a - b);
}

/** Milliseconds between frames while a box is scrolled by so many px a frame, the shortest first. */
export const scrollFrames = (page: Page, box: string, frames: number, by: number): Promise<number[]> =>
  page.locator(box).evaluate(
    (scroller, [count, step]) =>
      new Promise<number[]>((done) => {
        const times: number[] = [];
        let last = performance.now();
        const next = (): void => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          scroller.scrollTop += step;
          if (times.length < count) requestAnimationFrame(next);
          else done(times.sort((a, b) => a - b));
        };
        requestAnimationFrame(next);
      }),
    [frames, by] as const,
  );

/** `median 12 ms, 95th percentile 18 ms` of sorted times. */
export function spread(times: readonly number[]): string {
  const at = (share: number): string => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`;
}
