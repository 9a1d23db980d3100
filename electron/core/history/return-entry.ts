// Return entry: the returns of a point, the sums of its chains and of what was recounted, as one entry among the wallets of
// its line.
// A version that knows no such entry reads a wallet without value, or nothing.
import { decimal, type DecimalText } from '../../../shared/domain/decimal';
import { returnKeyOf } from '../portfolio/price-move';
import {
  RECOUNT_CAUSES,
  type ChainLedger,
  type HistoryPoint,
  type ReturnIndex
} from '../ports/history-point';

/** The key of the entry: no wallet has it, as an id is never empty. */
export const RETURN_ENTRY = '/%';

/** Marks the moment of an index. Only that of everything is written, and those that differ from it. */
const SINCE = '@';

type Amounts = Readonly<Record<string, DecimalText>>;
type Returns = Required<Pick<HistoryPoint, 'chainLedgers' | 'returns'>> & Pick<HistoryPoint, 'recounts'>;

/**
 * `c501`: the index of a chain, `w0`: of the first wallet, ``: of everything; `p501`, `t501`: the sums of a chain;
 * `r0/returned`: what was recounted in the first wallet, `r/id/wallet-removed`: in one that the point has not.
 */
export function returnAmounts(point: HistoryPoint): Amounts | null {
  const { wallets, chainLedgers = {}, returns, recounts = {} } = point;
  if (!returns) return null;
  const all = returns[returnKeyOf({})];
  const amounts: Record<string, DecimalText> = {};
  const write = (short: string, own: ReturnIndex | undefined) => {
    if (!own) return;
    amounts[short] = own.index;
    if (short === '' || own.since !== all?.since) amounts[short + SINCE] = String(own.since);
  };
  write('', all);
  for (const key of Object.keys(returns))
    if (key.startsWith(CHAIN)) write(`c${key.slice(CHAIN.length)}`, returns[key]);
  const walletIds = Object.keys(wallets);
  walletIds.forEach((walletId, at) => write(`w${at}`, returns[returnKeyOf({ walletId })]));
  for (const [chainIndex, { prices, transfers }] of Object.entries(chainLedgers)) {
    if (prices !== '0') amounts[`p${chainIndex}`] = prices;
    if (transfers !== '0') amounts[`t${chainIndex}`] = transfers;
  }
  for (const [walletId, causes] of Object.entries(recounts)) {
    const at = walletIds.indexOf(walletId);
    for (const [cause, amount] of Object.entries(causes))
      amounts[`${RECOUNT}${at < 0 ? `/${walletId}` : String(at)}/${cause}`] = amount;
  }
  return amounts;
}

const CHAIN = returnKeyOf({ chainIndex: '' });
const RECOUNT = 'r';

/** `walletIds`: in the order of the line. An index that cannot be read is left out. */
export function readReturnAmounts(amounts: Amounts, walletIds: readonly string[]): Returns {
  const returns: Record<string, ReturnIndex> = {};
  const chainLedgers: Record<string, ChainLedger> = {};
  const keyOf = (short: string) => {
    if (short === '') return returnKeyOf({});
    const name = short.slice(1);
    if (short.startsWith('c')) return returnKeyOf({ chainIndex: name });
    const walletId = short.startsWith('w') ? walletIds[Number(name)] : undefined;
    return walletId === undefined ? null : returnKeyOf({ walletId });
  };
  for (const [short, amount] of Object.entries(amounts)) {
    const key = keyOf(short);
    const since = Number(amounts[short + SINCE] ?? amounts[SINCE]);
    if (key !== null && !short.endsWith(SINCE) && Number.isSafeInteger(since) && decimal(amount).units > 0n)
      returns[key] = { index: amount, since };
    // A chain that no price and no transfer moved has an index, and no sums.
    if (short.startsWith('c') && !short.endsWith(SINCE)) {
      const chainIndex = short.slice(1);
      const sumOf = (kind: string) => amounts[kind + chainIndex] ?? '0';
      chainLedgers[chainIndex] = { prices: sumOf('p'), transfers: sumOf('t') };
    }
  }
  return { returns, chainLedgers, ...readRecounts(amounts, walletIds) };
}

/** A cause that a newer version knows is left out: its amount is told without one. */
function readRecounts(amounts: Amounts, walletIds: readonly string[]): Pick<HistoryPoint, 'recounts'> {
  const recounts: Record<string, Record<string, DecimalText>> = {};
  for (const [short, amount] of Object.entries(amounts)) {
    if (!short.startsWith(RECOUNT)) continue;
    const parts = short.slice(RECOUNT.length).split('/');
    const cause = RECOUNT_CAUSES.find(one => one === parts.at(-1));
    const walletId = parts.length === 3 ? parts[1] : walletIds[Number(parts[0])];
    if (cause && walletId) recounts[walletId] = { ...recounts[walletId], [cause]: amount };
  }
  return Object.keys(recounts).length === 0 ? {} : { recounts };
}
