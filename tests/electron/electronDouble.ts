import { EventEmitter } from 'node:events';
import type { Handler } from './doubleTypes';

/** An event that can be refused, as Electron's are. */
export class RefusableEvent {
  defaultPrevented = false;
  readonly isMainFrame = true;
  constructor(readonly url = '') {}
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** What main did to the double, for the inspection to judge. */
export interface Recorded {
  readonly app: EventEmitter;
  readonly handlers: Map<string, Handler>;
  readonly windows: DoubleWindow[];
  readonly sent: unknown[][];
  readonly schemes: { readonly scheme: string; readonly privileges: Record<string, boolean> }[];
  /** What was done too late: after `ready`. */
  readonly late: string[];
  sandboxed: boolean;
  quit: boolean;
  exitCode: number | null;
  serve: ((request: Request) => Promise<Response>) | null;
  permission: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null;
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null;
  readonly session: EventEmitter;
}

export class DoubleContents extends EventEmitter {
  readonly id = 7;
  openWindow: ((details: { url: string }) => { action: string }) | null = null;
  constructor(readonly recorded: Recorded) {
    super();
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openWindow = handler;
  }
  send(...args: unknown[]): void {
    this.recorded.sent.push(args);
  }
}

export class DoubleWindow extends EventEmitter {
  readonly webContents: DoubleContents;
  closed = false;
  shown = 0;
  constructor(
    readonly recorded: Recorded,
    readonly options: { readonly webPreferences: Record<string, unknown> },
  ) {
    super();
    this.webContents = new DoubleContents(recorded);
    recorded.windows.push(this);
    recorded.app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(): Promise<void> {}
  show(): void {}
  isMinimized(): boolean {
    return true;
  }
  restore(): void {}
  focus(): void {
    this.shown += 1;
  }
  close(): void {
    const event = new RefusableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.closed = true;
    this.emit('closed');
  }
}

export interface DoubleOptions {
  readonly userData: string;
  /** Another instance runs already. */
  readonly second?: boolean;
  /** Serving the application fails. */
  readonly protocolFails?: boolean;
}

/** A stand-in for the `electron` module: enough for main to start, and a record of everything it set up. */
export function createElectronDouble({ userData, second = false, protocolFails = false }: DoubleOptions): {
  readonly electron: object;
  readonly recorded: Recorded;
} {
  let ready = false;
  const session = new EventEmitter();
  const app = new EventEmitter();
  const recorded: Recorded = {
    app,
    session,
    handlers: new Map(),
    windows: [],
    sent: [],
    schemes: [],
    late: [],
    sandboxed: false,
    quit: false,
    exitCode: null,
    serve: null,
    permission: null,
    permissionCheck: null,
  };
  const early = (what: string): void => void (ready && recorded.late.push(what));
  Object.assign(app, {
    whenReady: async () => void (await new Promise((done) => setTimeout(done, 0)), (ready = true)),
    enableSandbox: () => (early('enableSandbox'), (recorded.sandboxed = true)),
    requestSingleInstanceLock: () => !second,
    quit: () => (recorded.quit = true),
    exit: (code: number) => (recorded.exitCode = code),
    getPath: () => userData,
    getVersion: () => '1.2.3',
    getLocale: () => 'zh-CN',
  });
  Object.assign(session, {
    protocol: {
      handle(_scheme: string, handler: Recorded['serve']) {
        if (protocolFails) throw new Error('scheme is taken');
        recorded.serve = handler;
      },
    },
    setPermissionRequestHandler: (handler: Recorded['permission']) => (recorded.permission = handler),
    setPermissionCheckHandler: (handler: Recorded['permissionCheck']) => (recorded.permissionCheck = handler),
    setDevicePermissionHandler: () => undefined,
  });
  const electron = {
    app,
    session: { defaultSession: session },
    protocol: {
      registerSchemesAsPrivileged: (schemes: Recorded['schemes']) => (
        early('scheme'),
        recorded.schemes.push(...schemes)
      ),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => recorded.handlers.set(channel, handler) },
    BrowserWindow: class extends DoubleWindow {
      constructor(options: DoubleWindow['options']) {
        super(recorded, options);
      }
    },
    Menu: { setApplicationMenu: () => undefined, buildFromTemplate: (template: unknown) => template },
    nativeTheme: { shouldUseDarkColors: false, themeSource: 'system' },
    shell: {},
    dialog: { showErrorBox: () => undefined },
  };
  return { electron, recorded };
}
