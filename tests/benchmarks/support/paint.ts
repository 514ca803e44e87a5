import type { Page } from 'playwright-core';

type Probe = Window & { painted?: Promise<number> };

/** So many numbers to type, counted from one on. */
export const numbersFrom = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => String(from + n));

/**
 * Types texts down a column, from the cell that has the focus. Milliseconds from each Enter to the frame after it was
 * painted, in the page's own clock, the shortest first.
 */
export async function editToPaint(page: Page, texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    await page.keyboard.type(text);
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

/** Reads how many ms the page's main thread has worked so far; that does not grow when other programs take the processor. */
export async function workMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
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
