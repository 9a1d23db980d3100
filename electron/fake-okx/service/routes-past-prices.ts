// Handles the endpoints for past prices: newest first, at most 200 points, with a cursor to the older ones.
import { multiply, parseDecimal, toText, type Decimal } from '../../../shared/domain/decimal';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/domain/durations';
import { isEvm } from './asset-rows';
import { LISTED_CHAINS } from './chains';
import { refusal } from './error-codes';
import { success, type Call, type FakeReply } from './http-message';
import type { ServiceState } from './service-state';

const PERIODS: Readonly<Record<string, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '30m': 30 * MINUTE_MS,
  '1h': HOUR_MS,
  '1d': DAY_MS
};
const [DEFAULT_LIMIT, MAX_LIMIT] = [50, 200];
/** Every token is as old: what is older has no price. */
const PAST_MS = 3 * 365 * DAY_MS;
const PRICE_DECIMALS = 18;

/** The field of the token's id has another name in each family; empty means the chain's coin. */
export function answerPastPrices(call: Call, state: ServiceState, tokenField: string): FakeReply {
  const chainIndex = call.query.get('chainIndex') ?? '';
  const token = call.query.get(tokenField);
  if (chainIndex === '' || token === null) return refusal('50014');
  const isServed = LISTED_CHAINS.some(listed => listed.chainIndex === chainIndex);
  if (!isServed || state.unsupportedChains.has(chainIndex)) return refusal('81104');
  if (isEvm(token) && token !== token.toLowerCase()) return refusal('81106');
  const period = PERIODS[call.query.get('period') || '1d'];
  const [limit, begin, end, cursor] = ['limit', 'begin', 'end', 'cursor'].map(name => numberIn(call, name));
  const isValid = [limit, begin, end, cursor].every(one => !Number.isNaN(one));
  const wanted = limit ?? DEFAULT_LIMIT;
  if (period === undefined || !isValid || wanted < 1 || wanted > MAX_LIMIT) return refusal('51000');
  const coin = `${chainIndex}/${token}`;
  const now = state.now();
  const newest = Math.min(end ?? now, cursor === null || cursor === undefined ? now : cursor - 1);
  const oldest = Math.max(begin ?? 0, now - PAST_MS);
  const prices: { time: string; price: string }[] = [];
  let at = newest - (newest % period);
  for (; at >= oldest && prices.length < wanted; at -= period) {
    const price = pastPriceOf(coin, at, state);
    if (price !== null) prices.push({ time: String(at), price });
  }
  const next = at < oldest ? '' : String(at + period);
  return success([{ cursor: next, prices }]);
}

/** Null: the call does not name it; NaN: it is no number. */
function numberIn(call: Call, name: string): number | null {
  const text = call.query.get(name) ?? '';
  if (text === '') return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

/** "": a point without a price; null: no point at all. */
function pastPriceOf(coin: string, at: number, state: ServiceState): string | null {
  const given = state.pastPrices.get(coin);
  if (given) return given(at);
  const current = parseDecimal(currentPriceOf(coin, state) ?? '');
  if (!current) return null;
  const [whole, decimals = ''] = toText(multiply(current, waveOf(coin, at, state.now() - at))).split('.');
  return `${whole}.${decimals.slice(0, PRICE_DECIMALS).padEnd(PRICE_DECIMALS, '0')}`;
}

function currentPriceOf(coin: string, state: ServiceState): string | undefined {
  const price = state.prices.get(coin)?.();
  if (price !== undefined) return price;
  for (const account of [...state.accounts.values(), ...state.addresses.values()])
    for (const row of account())
      if (`${String(row['chainIndex'])}/${String(row['tokenAddress'])}`.toLowerCase() === coin.toLowerCase())
        return String(row['tokenPrice']);
  return undefined;
}

const WAVE_SCALE = 6;

/** Always the same for a coin and a moment, within a fifth of one, and one now. */
function waveOf(coin: string, at: number, ageMs: number): Decimal {
  const phase = [...coin].reduce((all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7);
  const wave = [5, 31, 173].map(days => Math.sin((2 * Math.PI * at) / (days * DAY_MS) + phase * days));
  const size = (wave.reduce((all, one) => all + one, 0) / wave.length) * Math.min(1, ageMs / DAY_MS);
  const units = BigInt(Math.round((1 + 0.2 * size) * 10 ** WAVE_SCALE));
  return { units, scale: WAVE_SCALE };
}
