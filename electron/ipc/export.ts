// What the running app exports: the state that is shown, the whole history, the whole activity.
import type { Request } from '../../shared/ipc/contract';
import { inLanguage } from '../../shared/domain/language';
import type { Engine } from '../core/engine/engine';
import { exportOf, fileText, mergePoints } from '../core/export/export';
import type { HistoryPoint } from '../core/ports/history-point';
import type { Resolution } from '../core/ports/storage';

const RESOLUTIONS: readonly Resolution[] = ['polls', 'five-minutes', 'hours', 'days'];

/** The same file that the command line makes, so in English: other programs read it. */
export async function exportText(app: Engine, { what, format }: Request<'export:save'>): Promise<string> {
  const { world, state, model } = app;
  const entries = what === 'activity' ? ((await world.activity.read(0)).content ?? []) : [];
  const points = what === 'history' ? await allPoints(app) : [];
  const facts = { portfolio: state.portfolio, wallets: model.settings.wallets, points, entries };
  return inLanguage('en', () => fileText(format, exportOf(what, format, facts)));
}

async function allPoints({ world }: Engine): Promise<HistoryPoint[]> {
  const files: HistoryPoint[][] = [];
  for (const resolution of RESOLUTIONS) files.push((await world.history.read(resolution, 0)).content ?? []);
  return mergePoints(files);
}
