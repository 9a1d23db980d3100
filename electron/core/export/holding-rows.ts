// Writes holdings and activity entries as CSV and JSON.
// The exported values of the holdings add up exactly to the total.
import { usdOfEntry } from '../../../shared/alerts/alert-kinds';
import { eachWallet } from '../../../shared/alerts/listed-wallets';
import type { Entry } from '../../../shared/schema/activity';
import type { DecimalText } from '../../../shared/domain/decimal';
import { withoutIsolates } from '../../../shared/names/isolated-name';
import { symbolMarkOf } from '../../../shared/names/look-alike-symbols';
import { entryTitle } from '../../../shared/text/notification-text';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { csv, flagCell, isoTime, numberCell, textCell, timeCell, type CsvStyle } from './csv';
import { jsonLines } from './json-output';

export const HOLDING_COLUMNS = [
  'wallet',
  'chain',
  'address',
  'token address',
  'symbol',
  'balance',
  'price',
  'value',
  'standing',
  'stale'
];

export function holdingsCsv(portfolio: Portfolio, style: CsvStyle): string {
  const hasAlsoIn = portfolio.holdings.some(({ alsoIn }) => alsoIn !== undefined);
  return csv(
    hasAlsoIn ? [...HOLDING_COLUMNS, 'also in'] : HOLDING_COLUMNS,
    portfolio.holdings.map(row => [
      ...[walletOf(portfolio, row), chainOf(portfolio, row), row.address, row.tokenAddress, row.symbol].map(
        textCell
      ),
      ...[row.balance, row.price, countedValue(row)].map(exact => numberCell(exact, style)),
      textCell(standingText(row)),
      flagCell(row.isStale),
      ...(hasAlsoIn ? [textCell(alsoInName(portfolio, row) ?? '')] : [])
    ]),
    style
  );
}

export function holdingsJson(portfolio: Portfolio): string {
  return jsonLines(
    portfolio.holdings.map(row => ({
      wallet: walletOf(portfolio, row),
      chain: chainOf(portfolio, row),
      chainIndex: row.chainIndex,
      address: row.address,
      tokenAddress: row.tokenAddress,
      symbol: row.symbol,
      balance: row.balance,
      price: row.price,
      value: countedValue(row),
      standing: standingText(row),
      stale: row.isStale,
      ...symbolMarkField(row),
      ...alsoInField(portfolio, row)
    }))
  );
}

/** As it is printed: of what another wallet counts, the sum of the counted rows must not have it twice. */
export function standingText({ countingStatus, alsoIn }: HoldingRow): string {
  return countingStatus === 'counted' && alsoIn !== undefined ? 'elsewhere' : countingStatus;
}

/** The name of the wallet in which the same counts; null: none. */
export function alsoInName(portfolio: Portfolio, { alsoIn }: HoldingRow): string | null {
  return alsoIn === undefined ? null : walletOf(portfolio, { walletId: alsoIn });
}

/** A field of JSON; none for a holding that counts where it is. */
export function alsoInField(portfolio: Portfolio, row: HoldingRow): { alsoIn?: string } {
  const name = alsoInName(portfolio, row);
  return name === null ? {} : { alsoIn: name };
}

/** A field of JSON; none for an ordinary symbol. */
export function symbolMarkField({ symbol }: HoldingRow): { symbolMark?: string; looksLike?: string } {
  const mark = symbolMarkOf(symbol);
  if (mark === null) return {};
  return { symbolMark: mark.kind, ...(mark.kind === 'look-alike' && { looksLike: mark.of }) };
}

const walletOf = (portfolio: Portfolio, { walletId }: Pick<HoldingRow, 'walletId'>) =>
  portfolio.wallets.find(({ wallet }) => wallet.id === walletId)?.wallet.name ?? walletId;
const chainOf = (portfolio: Portfolio, { chainIndex }: HoldingRow) =>
  portfolio.chains.find(chain => chain.chainIndex === chainIndex)?.name ?? chainIndex;

/** The value of the row in the total; null when it does not count, so that the sum of the column is the total. */
const countedValue = (row: HoldingRow) => (standingText(row) === 'counted' ? row.value : null);

const ACTIVITY_COLUMNS = [
  'time',
  'kind',
  'what',
  'wallet',
  'chain',
  'symbol',
  'amount',
  'worth',
  'told at',
  'where',
  'silence'
];

export function activityCsv(entries: readonly Entry[], style: CsvStyle): string {
  return csv(
    ACTIVITY_COLUMNS,
    entries
      .flatMap(eachWallet)
      .map(entry => [
        timeCell(entry.at),
        ...[entry.kind, titleOf(entry, false), entry.wallet, entry.chain, entry.symbol].map(textCell),
        numberCell(tokenAmountOf(entry), style),
        numberCell(usdOfEntry(entry), style),
        timeCell(entry.toldAt),
        textCell(entry.toldIn ?? ''),
        textCell(entry.silence ?? '')
      ]),
    style
  );
}

/** The entries as JSON: every field of each entry, with its times as text. */
export function activityJson(entries: readonly Entry[]): string {
  return jsonLines(entries.map(entry => entryJson(entry, false)));
}

/** One entry as JSON; while masked it contains no amount and no price. */
export function entryJson(entry: Entry, isMasked: boolean): Record<string, unknown> {
  const { at, toldAt, ...facts } = entry;
  const fields = (Object.entries(facts) as [string, unknown][]).map(([field, value]): [string, unknown] => {
    if (field === 'since') return [field, isoTime(Number(value))];
    if (isMasked && (field === 'tokens' || field === 'wallets')) return [field, withoutAmounts(entry)];
    return [field, isMasked && AMOUNT_FIELDS.has(field) ? null : value];
  });
  return {
    time: isoTime(at),
    what: titleOf(entry, isMasked),
    ...Object.fromEntries(fields),
    toldAt: toldAt === null ? null : isoTime(toldAt)
  };
}

/** A program reads the text, and draws nothing. */
function titleOf(entry: Entry, isMasked: boolean): string {
  return withoutIsolates(entryTitle(entry, isMasked));
}

const AMOUNT_FIELDS = new Set(['amount', 'worth', 'balance', 'price', 'from', 'to', 'prices', 'transfers']);

function withoutAmounts(entry: Entry): unknown {
  if ('wallets' in entry) return entry.wallets.map(wallet => ({ ...wallet, worth: null }));
  return entry.kind === 'doubt' ? entry.tokens.map(({ symbol }) => ({ symbol, amount: null })) : null;
}

/** The amount of the token, signed. */
function tokenAmountOf(entry: Entry): DecimalText | null {
  return entry.kind === 'arrived' || entry.kind === 'left' ? entry.amount : null;
}
