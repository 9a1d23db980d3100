// Handles the window's call that exports holdings, the whole history, or the whole activity to a file.
// The file is written completely or not at all.
import { writeFile } from 'atomically';
import type { Request, Response } from '../../shared/ipc/contract';
import { inLanguage } from '../../shared/domain/language';
import type { Engine } from '../core/engine/engine';
import { exportOf, fileText, mergePoints } from '../core/export/export';
import type { HistoryPoint } from '../core/ports/history-point';
import type { Resolution } from '../core/ports/storage';
import type { CallContext, Calls, Dialogs } from './call-types';

const RESOLUTIONS: readonly Resolution[] = ['polls', 'five-minutes', 'hours', 'days'];

export function handlers({ engine, dialogs }: CallContext) {
  return {
    'export:save': request => saveExport(engine, request, dialogs)
  } satisfies Partial<Calls>;
}

async function saveExport(
  engine: Engine,
  request: Request<'export:save'>,
  { chooseSavePath }: Pick<Dialogs, 'chooseSavePath'>
): Promise<Response<'export:save'>> {
  const { what: kind, format } = request;
  // While balances are hidden everywhere else, a file with unmasked amounts is rarely intended.
  if (engine.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  const date = new Date(engine.world.clock.now()).toISOString().slice(0, 10);
  const file = await chooseSavePath(`tokentray-${kind}-${date}.${format}`, format);
  if (file === null) return { outcome: 'cancelled', file: null };
  // The dialog may have been open for a long time.
  if (engine.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  try {
    await writeFile(file, await exportText(engine, request), { mode: 0o600 });
    return { outcome: 'saved', file };
  } catch (thrown) {
    engine.world.log('error', `cannot write the export of ${kind}`, thrown);
    return { outcome: 'failed', file: null };
  }
}

/** Gives the same file as the command line. It is in English, because other programs read it. */
async function exportText(engine: Engine, { what: kind, format }: Request<'export:save'>): Promise<string> {
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
