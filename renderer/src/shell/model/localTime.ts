import type { Instant } from '#shared/domain/primitives';

const two = (n: number): string => String(n).padStart(2, '0');

/** Time of day where the user sits, `09:12`. */
export function localTime(instant: Instant): string {
  const date = new Date(instant);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The day where the user sits, `2026-08-24`. */
export function localDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Day and time where the user sits, `2026-08-24 09:12`. */
export function localStamp(instant: Instant): string {
  return `${localDay(new Date(instant))} ${localTime(instant)}`;
}
