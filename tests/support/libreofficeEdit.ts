import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a person types into one cell: a number, or whatever a text becomes when it is typed (`2026-09-15` becomes a day). */
export interface TypedCell {
  readonly sheet: string;
  /** e.g. `N12` */
  readonly cell: string;
  readonly value: number | string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** A text as a Basic string inside XML. */
const quoted = (text: string): string =>
  `"${text.replaceAll('"', '""').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}"`;

/** A Basic module that opens a workbook, types into cells, and saves it as .xlsx under another name. */
function macro(source: string, target: string, report: string, cells: readonly TypedCell[]): string {
  const typed = cells.map(
    ({ sheet, cell, value }) =>
      `  document.Sheets.getByName(${quoted(sheet)}).getCellRangeByName("${cell}")` +
      (typeof value === 'number' ? `.setValue(${value})` : `.FormulaLocal = ${quoted(value)}`),
  );
  return `${HEAD}
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Run
  On Error Goto Failed
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  document = StarDesktop.loadComponentFromURL(${quoted(source)}, "_blank", 0, options())
${typed.join('\n')}
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL(${quoted(target)}, format())
  document.close(True)
  Exit Sub
Failed:
  Open ${quoted(report)} For Output As #1
  Print #1, "line " &amp; Erl &amp; ": " &amp; Error$
  Close #1
End Sub
</script:module>
`;
}

/** Longest that LibreOffice may take; then it asks something nobody answers. */
const PATIENCE = 60_000;

/** Runs LibreOffice until it ends by itself. The program is a script around the real one, so both are stopped as a group. */
const run = (options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('soffice', ['--headless', '--norestore', ...options], { detached: true, stdio: 'ignore' });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`LibreOffice did not end: ${options.join(' ')}`));
    }, PATIENCE);
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/**
 * A workbook as it comes back from somebody who opened it in LibreOffice, typed into cells and saved it: a Basic macro of a
 * profile of its own does the typing, so that nothing but LibreOffice itself is needed.
 */
export async function editedInLibreOffice(workbook: Uint8Array, cells: readonly TypedCell[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-edit-'));
  const [source, target, report] = ['sent.xlsx', 'returned.xlsx', 'failed.txt'].map((name) => join(folder, name));
  const profile = join(folder, 'profile');
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  try {
    await writeFile(source ?? '', workbook);
    // The first start fills the profile, the library of macros included; what stands there before is written over.
    await run([own, '--terminate_after_init']);
    const [from, to] = [pathToFileURL(source ?? '').href, pathToFileURL(target ?? '').href];
    const library = join(profile, 'user', 'basic', 'Standard');
    await writeFile(join(library, 'Module1.xba'), macro(from, to, report ?? '', cells));
    await run([own, 'macro:///Standard.Module1.Run']);
    return await readFile(target ?? '').catch(async () => {
      const why = await readFile(report ?? '', 'utf8').catch(() => 'the macro did not run');
      throw new Error(`not edited in LibreOffice: ${why}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
