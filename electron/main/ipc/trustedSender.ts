import { APP_HOST, APP_SCHEME } from '#shared/host/channels';

/** The part of Electron's IPC event that says who calls. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** An address of the application itself: `app://waymark/…`, without a user, password or port. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** True for the top frame of our own window showing our own page; everything else is refused. */
export function isTrustedSender(event: SenderEvent, windowId: number | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && event.sender.id === windowId && isAppUrl(frame.url);
}
