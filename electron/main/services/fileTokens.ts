/** Paths belong to main; the page holds tokens that mean nothing outside this run (architecture rule 5). */
export interface FileTokens {
  /** A token for a path main itself got from a dialog or made. */
  issue(path: string): string;
  /** null for a token that was never given out, or long ago. */
  pathOf(token: string): string | null;
}

/** How many are remembered; the oldest goes first. */
const LIMIT = 500;

/** @param newToken at least 16 random bytes as text, for example base64url */
export function createFileTokens(newToken: () => string): FileTokens {
  const paths = new Map<string, string>();
  return {
    issue(path) {
      const token = newToken();
      paths.set(token, path);
      const [oldest] = paths.keys();
      if (paths.size > LIMIT && oldest !== undefined) paths.delete(oldest);
      return token;
    },
    pathOf: (token) => paths.get(token) ?? null,
  };
}
