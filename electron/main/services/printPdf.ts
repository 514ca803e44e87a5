import { err, ok, type Result } from '#shared/domain/issue';
import { HOST_ERRORS, hostError } from '#shared/host/errors';

/** The part of Electron's web contents that prints. */
export interface Printer {
  printToPDF(options: {
    landscape: boolean;
    pageSize: 'A4';
    printBackground: boolean;
    preferCSSPageSize: boolean;
  }): Promise<Uint8Array>;
}

/** The page as it stands, as A4 PDF; its print styles decide what shows. Errors: `host.printFailed`. */
export async function printPdf(printer: Printer | null, landscape: boolean): Promise<Result<Uint8Array>> {
  if (!printer) return err(hostError(HOST_ERRORS.printFailed));
  try {
    return ok(await printer.printToPDF({ landscape, pageSize: 'A4', printBackground: true, preferCSSPageSize: false }));
  } catch {
    return err(hostError(HOST_ERRORS.printFailed));
  }
}
