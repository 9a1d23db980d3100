// The files of a profile as the app writes them, for tests of commands that only read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createActivityLog } from '../../electron/adapters/storage/activity-log';
import { createHistory } from '../../electron/adapters/storage/history-store';
import { updateSnapshot, emptySnapshot } from '../../electron/core/snapshots/update-snapshot';
import { decimal, multiply, toText } from '../../shared/domain/decimal';
import type { HistoryPoint } from '../../electron/core/ports/history-point';
import type { Outcome } from '../../electron/core/snapshots/poll-outcome';
import type { Choices } from '../../shared/schema/settings';
import type { VerificationMemory } from '../../shared/schema/verification';
import { arrived } from './entries';
import { answered, DAY_MS, holdingOf, HOUR_MS, MINUTE_MS, NOW, usdc, walletOf } from './holdings';
import { pointAt } from './points';
import { settingsOf } from './world';
import { lineFiles } from './line-files';

export const ETH = holdingOf({ balance: '0.5', price: '2000' });
const share = (value: string) => ({ value, prices: '0', transfers: '0', chains: {} });
const point = (at: number, total: string, prices: string, transfers: string, eth: string): HistoryPoint =>
  pointAt(at, {
    total,
    ledger: { prices, transfers, recounted: '900' },
    wallets: { w1: share(total) },
    tokens: [[ETH.id, 'ETH', toText(multiply(decimal(eth), decimal('2'))), eth]]
  });
export const POINTS = [
  point(NOW - 3 * DAY_MS, '900', '0', '0', '900'),
  point(NOW - DAY_MS, '950.25', '50.25', '0', '950.25'),
  { ...point(NOW - HOUR_MS, '900.25', '0.25', '0', '900.25'), stale: ['w1/1'] },
  point(NOW, '1250', '100', '250', '1000')
];
const ENTRIES = [
  arrived({ id: 'old', at: NOW - DAY_MS, symbol: 'OLD' }),
  arrived({ id: 'kept', at: NOW - HOUR_MS, symbol: 'DAI', silence: 'below-threshold' }),
  arrived({ id: 'told', toldAt: NOW, toldIn: 'desktop' })
];

/** A profile as the app writes it: $1,000 of ETH and 250 USDC that arrived with the last poll. */
export async function writeProfile(
  folder: string,
  choices: Partial<Choices> = {},
  outcomes: readonly Outcome[] = [answered([ETH, usdc()])],
  verification?: VerificationMemory
) {
  const snapshot = outcomes.reduce(
    (last, outcome) => updateSnapshot(last, outcome, NOW),
    emptySnapshot(walletOf())
  );
  const stored = {
    version: 1,
    savedAt: NOW,
    staleAfterMs: 11 * MINUTE_MS,
    wallets: [snapshot],
    verification
  };
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(stored));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(settingsOf(undefined, choices)));
  const history = createHistory(join(folder, 'history'), lineFiles(folder));
  for (const one of POINTS) await history.append(one);
  await createActivityLog(join(folder, 'activity.jsonl'), lineFiles(folder)).append(ENTRIES);
}
