// The window's export: asks by the system's dialog where to, writes the whole file or nothing.
import { dialog } from 'electron';
import { writeFile } from 'atomically';
import type { Request, Response } from '../../shared/ipc/contract';
import type { App } from '../core/engine/engine';
import { DESK } from './app-text';
import { exportText } from '../ipc/export';
import { proposedPath } from './proposed-path';

export async function saveExport(app: App, asked: Request<'export:save'>): Promise<Response<'export:save'>> {
  const { what, format } = asked;
  // A file without masks, written while everything else is masked, is seldom what was meant.
  if (app.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  const date = new Date(app.world.clock.now()).toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: proposedPath(`tokentray-${what}-${date}.${format}`),
    filters: [{ name: format === 'csv' ? DESK.csv : 'JSON', extensions: [format] }]
  });
  if (canceled || !filePath) return { outcome: 'cancelled', file: null };
  // The dialog may have stood open for long.
  if (app.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  try {
    await writeFile(filePath, await exportText(app, asked), { mode: 0o600 });
    return { outcome: 'saved', file: filePath };
  } catch (thrown) {
    app.world.log('error', `cannot write the export of ${what}`, thrown);
    return { outcome: 'failed', file: null };
  }
}
