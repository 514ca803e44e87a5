export type Messages = { readonly [key: string]: string | Messages };

const files = import.meta.glob<{ default: Messages }>('./*/*.ts', { eager: true });

/** `./zh-CN/goals.ts` → messages['zh-CN'].goals. */
export function collectMessages(): Record<string, Record<string, Messages>> {
  const all: Record<string, Record<string, Messages>> = {};
  for (const [path, file] of Object.entries(files)) {
    const [, locale, name] = /^\.\/([^/]+)\/([^/]+)\.ts$/.exec(path) ?? [];
    if (!locale || !name) continue;
    (all[locale] ??= {})[name] = file.default;
  }
  return all;
}
