// Makes the report of wallets, and that of the activity alone, which only assistants ask for.
import type { Entry } from '../../../shared/schema/activity';
import type { Settings } from '../../../shared/schema/settings';
import type { WalletGroup } from '../../../shared/schema/wallet';
import type { WalletRow } from '../../../shared/schema/app-state';
import { isoTime } from '../export/csv';
import { entryJson } from '../export/holding-rows';
import { jsonText } from '../export/json-output';
import { EXIT_CODES, type PortfolioFacts, type Report } from './output-formats';

/** In the order of the settings, each with its group of wallets. */
export function reportWallets(facts: PortfolioFacts, { groups = [] }: Pick<Settings, 'groups'>): Report {
  const { portfolio, state, isHidden } = facts;
  const amount = (exact: string) => (isHidden || state === 'none' ? null : exact);
  const text = jsonText({
    takenAt: timeOf(portfolio.takenAt),
    currency: 'USD',
    state,
    hidden: isHidden,
    wallets: portfolio.wallets.map(row => ({
      name: row.wallet.name,
      ...groupField(row, groups),
      source: row.wallet.source,
      value: amount(row.value),
      ...(row.elsewhere !== undefined && { elsewhere: amount(row.elsewhere) }),
      share: row.share,
      stale: row.isStale,
      paused: row.wallet.isPaused === true,
      takenAt: timeOf(row.takenAt),
      failure: row.failure?.code ?? null,
      ...watchedField(row)
    }))
  });
  return { text, exitCode: EXIT_CODES[state] };
}

function groupField({ wallet }: WalletRow, groups: readonly WalletGroup[]): { group?: string } {
  const own = groups.find(({ walletIds }) => walletIds.includes(wallet.id));
  return own ? { group: own.name } : {};
}

function watchedField({ wallet }: WalletRow): { address: string } | { accountId: string } {
  return 'address' in wallet ? { address: wallet.address } : { accountId: wallet.accountId };
}

function timeOf(at: number | null): string | null {
  return at === null ? null : isoTime(at);
}

/** `entries`: newest first; at most `limit` are in it, and all are counted. */
export function reportActivity(facts: PortfolioFacts, entries: readonly Entry[], limit: number): Report {
  const { isHidden, state } = facts;
  const text = jsonText({
    entries: entries.slice(0, limit).map(entry => entryJson(entry, isHidden)),
    count: entries.length,
    hidden: isHidden
  });
  return { text, exitCode: EXIT_CODES[state] };
}
