/** A handler as main gives it to `ipcMain.handle`. */
export type Handler = (event: unknown, ...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>;
