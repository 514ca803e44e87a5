/**
 * A number as a spreadsheet shows it under one of the formats the templates use (`0.00`, `#,##0.######`, `0`, `General`, and
 * sections with conditions such as `[>=100]0.0;0.0###`): for paper that is not printed by a spreadsheet. Rounded half away
 * from zero on the 15 digits a cell has.
 */
export function shownNumber(value: number, format = 'General'): string {
  const section = sectionFor(value, format.split(';'));
  const digits = decimalDigits(value);
  if (section === 'General' || section === '@') return digits;
  const [whole = '', fraction = ''] = section.split('.');
  const rounded = roundText(digits, fraction.length);
  const [integer = '', places = ''] = rounded.split('.');
  const kept = trimOptional(places, fraction);
  const grouped = whole.includes(',') ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer;
  const shown = kept === '' ? grouped : `${grouped}.${kept}`;
  return /^-[0,.]*$/.test(shown) ? shown.slice(1) : shown;
}

function sectionFor(value: number, sections: readonly string[]): string {
  for (const section of sections) {
    const condition = /^\[>=(-?[\d.]+)\](.*)$/.exec(section);
    if (!condition) return section;
    if (value >= Number(condition[1])) return condition[2] ?? '';
  }
  return 'General';
}

/** Plain decimal text of at most 15 significant digits; what is too small to show is 0. */
function decimalDigits(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e-') ? '0' : text.includes('e') ? BigInt(Math.round(value)).toString() : text;
}

function roundText(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [integer = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const kept = BigInt(integer + fraction.slice(0, places).padEnd(places, '0'));
  const up = Number(fraction[places] ?? '0') >= 5 ? 1n : 0n;
  const digits = (kept + up).toString().padStart(places + 1, '0');
  const shown = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative ? `-${shown}` : shown;
}

/** Trailing zeros go where the format has `#`. */
function trimOptional(places: string, pattern: string): string {
  let kept = places;
  for (let at = pattern.length - 1; at >= 0 && pattern[at] === '#' && kept[at] === '0'; at -= 1)
    kept = kept.slice(0, at);
  return kept;
}
