/** Full-width forms (１５００％，：) as their half-width twins, the ideographic space as a space. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

/** Text as kept: no blanks at the ends, one kind of line break. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** For comparing names and labels: width, case, blanks and the required mark do not matter. */
export const looseText = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[\s*:_]/g, '');

/** Names separated by 、 ; , or a line break; blanks and doubles are dropped. */
export const splitPeople = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、;；,，\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** Names in the way they are written into a cell. */
export const joinPeople = (names: readonly string[]): string => names.join('、');
