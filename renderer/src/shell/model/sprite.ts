import { h, type VNode } from 'vue';

type Attributes = Readonly<Record<string, string>>;

function attributesOf(text: string): Attributes {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/**
 * The symbols of our own icon file as nodes. The file is trusted (it is part of the build), flat (symbols that hold
 * only empty shapes), and read here by pattern because the page's policy forbids parsing markup.
 */
export function spriteNodes(file: string): VNode[] {
  return [...file.matchAll(/<symbol ([^>]*)>(.*?)<\/symbol>/gs)].map(([, attributes = '', content = '']) =>
    h(
      'symbol',
      attributesOf(attributes),
      [...content.matchAll(/<(path|circle|rect)\b([^>]*)\/>/g)].map(([, shape = 'path', rest = '']) =>
        h(shape, attributesOf(rest)),
      ),
    ),
  );
}
