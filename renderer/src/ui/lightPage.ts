/** Waits until the page has been drawn once more. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Runs something that prints or copies the page with the page in its light theme; paper is white. */
export async function inLightTheme<T>(run: () => Promise<T>): Promise<T> {
  const { dataset } = document.documentElement;
  const before = dataset['theme'];
  if (before === 'light') return run();
  dataset['theme'] = 'light';
  try {
    await drawn();
    return await run();
  } finally {
    if (before !== undefined) dataset['theme'] = before;
  }
}
