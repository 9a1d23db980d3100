// Builds the export text in the running app: holdings, the whole history, or the whole activity.
import type { Request } from '../../shared/ipc/contract';
import { inLanguage } from '../../shared/domain/language';
import type { Engine } from '../core/engine/engine';
import { exportOf, fileText, mergePoints } from '../core/export/export';
import type { HistoryPoint } from '../core/ports/history-point';
import type { Resolution } from '../core/ports/storage';

const RESOLUTIONS: readonly Resolution[] = ['polls', 'five-minutes', 'hours', 'days'];

/** Gives the same file as the command line. It is in English, because other programs read it. */
export async function exportText(
  engine: Engine,
  { what: kind, format }: Request<'export:save'>
): Promise<string> {
  const { world, state, model } = engine;
  const entries = kind === 'activity' ? ((await world.activity.read(0)).content ?? []) : [];
  const points = kind === 'history' ? await readAllPoints(engine) : [];
  const input = { portfolio: state.portfolio, wallets: model.settings.wallets, points, entries };
  return inLanguage('en', () => fileText(format, exportOf(kind, format, input)));
}

async function readAllPoints({ world }: Engine): Promise<HistoryPoint[]> {
  const files: HistoryPoint[][] = [];
  for (const resolution of RESOLUTIONS) files.push((await world.history.read(resolution, 0)).content ?? []);
  return mergePoints(files);
}
