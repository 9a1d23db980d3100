// The calls of a report of a problem, with the system's own dialog for the place of the file.
import { dialog } from 'electron';
import type { Diagnostics } from '../../shared/schema/diagnostics';
import type { App } from '../core/engine/engine';
import { reportCallsOf } from '../ipc/problem-report';
import { proposedPath } from './proposed-path';

export function reportCalls(app: App, diagnose: () => Promise<Diagnostics>) {
  return reportCallsOf(app, diagnose, askForPlace);
}

async function askForPlace(name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: proposedPath(name) });
  return canceled || !filePath ? null : filePath;
}
