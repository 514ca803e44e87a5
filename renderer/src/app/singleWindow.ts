/** Two windows on the same plans would overwrite each other: one holds the lock, the others say so. */
const LOCK = 'waymark.window';

/** A window that reloads lets go only a moment after the new page has started, ms. */
const PATIENCE = 1500;

/**
 * Takes the lock for as long as this window lives. `steal` takes it from the window that has it, whose `onLost` is
 * called. False: another window has it. True where the browser knows no locks.
 */
export async function holdWindow(onLost: () => void, steal = false): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return true;
  return new Promise<boolean>((resolve) => {
    const waiting = new AbortController();
    let held = false;
    const options: LockOptions = steal ? { steal: true } : { signal: waiting.signal };
    const timer = setTimeout(() => waiting.abort(), PATIENCE);
    locks
      .request(LOCK, options, () => {
        held = true;
        clearTimeout(timer);
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => {
        if (held) onLost();
        else resolve(false);
      });
  });
}
