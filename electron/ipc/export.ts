// Handles the window's call that exports holdings, history or activity to a file, whole or what is shown of it.
// The file is written completely or not at all. The file that was saved last can be shown in its folder.
import { writeFile } from 'atomically';
import type { Request, Response } from '../../shared/ipc/contract';
import { inLanguage } from '../../shared/domain/language';
import type { Range } from '../../shared/ipc/history-calls';
import type { Engine } from '../core/engine/engine';
import { exportOf, fileText, mergePoints } from '../core/export/export';
import { heldCsv, heldJson, wholePoint } from '../core/export/held-tokens';
import { lineText } from '../core/export/line-rows';
import { FINEST_FIRST } from '../core/history/period';
import { askedRange, pointsInRange, rangeStartOf } from '../core/history/ranges';
import type { HistoryPoint } from '../core/ports/history-point';
import type { Calls, HandlerContext } from './call-types';
import { readLines, recordedPoint } from './history';

export function handlers(context: HandlerContext) {
  const { desktop, lastSaved } = context;
  return {
    'export:save': request => saveExport(context, request),
    'file:show': () => {
      if (lastSaved.path !== null) desktop.showInFolder(lastSaved.path);
      return Promise.resolve({ done: lastSaved.path !== null });
    }
  } satisfies Partial<Calls>;
}

async function saveExport(
  { engine, dialogs: { chooseSavePath }, lastSaved }: HandlerContext,
  request: Request<'export:save'>
): Promise<Response<'export:save'>> {
  const { what: kind, format } = request;
  // While balances are hidden everywhere else, a file with unmasked amounts is rarely intended.
  if (engine.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  const date = new Date(request.at ?? engine.world.clock.now()).toISOString().slice(0, 10);
  const file = await chooseSavePath(`tokentray-${kind}-${date}.${format}`, format);
  if (file === null) return { outcome: 'cancelled', file: null };
  // The dialog may have been open for a long time.
  if (engine.model.settings.choices.isHidden) return { outcome: 'hidden', file: null };
  try {
    await writeFile(file, await exportText(engine, request), { mode: 0o600 });
    lastSaved.path = file;
    return { outcome: 'saved', file };
  } catch (thrown) {
    engine.world.log('error', `cannot write the export of ${kind}`, thrown);
    return { outcome: 'failed', file: null };
  }
}

/** Gives the same file as the command line. It is in English, because other programs read it. */
async function exportText(
  engine: Engine,
  { what: kind, format, range = 'all', ids, at }: Request<'export:save'>
): Promise<string> {
  const { world, state, model } = engine;
  if (kind === 'holdings' && at !== undefined) {
    const point = await recordedPoint(engine, at);
    if (point === null) throw new Error('that moment is no longer recorded');
    const whole = wholePoint(point, state.portfolio);
    const names = { wallets: model.settings.wallets, chains: world.chains };
    return inLanguage('en', () =>
      fileText(format, format === 'json' ? heldJson(whole, names) : heldCsv(whole, names))
    );
  }
  if (kind === 'amounts-at-past-prices') {
    const [line] = await readLines(engine, { range });
    return inLanguage('en', () => fileText(format, lineText(format, line)));
  }
  const wanted = ids && new Set(ids);
  const among = <One extends { readonly id: string }>(all: readonly One[]): One[] =>
    all.filter(({ id }) => wanted?.has(id) ?? true);
  const { portfolio } = state;
  const input = {
    portfolio: { ...portfolio, holdings: among(portfolio.holdings) },
    wallets: model.settings.wallets,
    points: kind === 'history' ? await readPoints(engine, range) : [],
    entries: kind === 'activity' ? among((await world.activity.read(0)).content ?? []) : []
  };
  return inLanguage('en', () => fileText(format, exportOf(kind, format, input)));
}

/** Those since the last look begin with what was shown then, so that the first row after it says what came. */
async function readPoints({ world, model }: Engine, range: Range): Promise<HistoryPoint[]> {
  const now = world.clock.now();
  const asked = askedRange(range, model.settings.choices.lookedAt);
  const isSinceLook = range === 'looked';
  const since = isSinceLook ? 0 : rangeStartOf(asked, now);
  const files: HistoryPoint[][] = [];
  for (const resolution of FINEST_FIRST)
    files.push((await world.history.read(resolution, since)).content ?? []);
  const points = mergePoints(files);
  return isSinceLook ? pointsInRange(asked, points, now) : points;
}
