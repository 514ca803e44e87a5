/** Before the window closes the page may finish its work; but a page that hangs does not hold the window. */
export interface CloseHandshake {
  /** Asks the page; settles when it has answered or the time is over. Asking again while waiting changes nothing. */
  ask(): Promise<void>;
  /** The page answered the question with that number; other numbers are ignored. */
  answer(question: number): void;
}

export const CLOSE_TIMEOUT_MS = 4000;

/**
 * @param send puts the question to the page
 */
export function createCloseHandshake(send: (question: number) => void, timeoutMs = CLOSE_TIMEOUT_MS): CloseHandshake {
  let question = 0;
  let waiting: { promise: Promise<void>; finish: () => void } | null = null;

  function begin(): { promise: Promise<void>; finish: () => void } {
    let finish = (): void => undefined;
    const promise = new Promise<void>((done) => {
      const timer = setTimeout(done, timeoutMs);
      finish = () => {
        clearTimeout(timer);
        done();
      };
    }).finally(() => {
      waiting = null;
    });
    return { promise, finish };
  }

  return {
    ask() {
      if (waiting) return waiting.promise;
      question += 1;
      const begun = begin();
      waiting = begun;
      send(question);
      return begun.promise;
    },
    answer(number) {
      if (number === question) waiting?.finish();
    },
  };
}
