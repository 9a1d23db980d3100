// Calculates the demo portfolio and its total, as pure functions of a seed and a time.
import {
  ZERO,
  add,
  compareDecimals,
  decimal,
  isZero,
  multiply,
  round,
  toText,
  type Decimal,
  type DecimalText
} from '../../shared/domain/decimal';
import { DAY_MS } from '../../shared/domain/durations';
import type { TokenAsset } from '../fake-okx/service/asset-rows';
import { DEMO_HOLDINGS, type DemoHolding, type DemoWallet } from './portfolio';
import { randomWalk } from './seeded-random';
import { movedSince, transfersAround, type Transfer } from './transfers';

/** The years before the demo follow the same kind of walk as its days, but slower and with a wider range. */
const SEASON_TIMES = 150;
const SEASON_SWING = 9;

/** The most decimals that OKX prints. */
const PRICE_SCALE = 18;
const MOVE_SCALE = 12;

/** Exactly the starting price at 0 ms. Holdings of one symbol have the same walk. */
export function priceAt(seed: number, holding: DemoHolding, elapsedMs: number): Decimal {
  const drift = randomWalk(seed, holding.symbol, elapsedMs) - randomWalk(seed, holding.symbol, 0);
  const units = BigInt(
    Math.round((drift + seasonAt(seed, holding, elapsedMs)) * holding.swing * 10 ** (MOVE_SCALE - 3))
  );
  const factor = { units: 10n ** BigInt(MOVE_SCALE) + units, scale: MOVE_SCALE };
  return round(multiply(decimal(holding.price), factor), PRICE_SCALE, 'half-up');
}

/** Zero within the last day, whose moves come only from the daily walk. */
function seasonAt(seed: number, { symbol }: DemoHolding, elapsedMs: number): number {
  const season = (ms: number) => randomWalk(seed, `${symbol}/season`, ms / SEASON_TIMES);
  return SEASON_SWING * (season(Math.min(0, elapsedMs + DAY_MS)) - season(0));
}

function rawBalance(balance: Decimal, decimals: number | null): string {
  return decimals === null ? '' : toText(multiply(balance, { units: 10n ** BigInt(decimals), scale: 0 }));
}

function assetAt(seed: number, holding: DemoHolding, transfers: readonly Transfer[], ms: number): TokenAsset {
  const balance = add(decimal(holding.balance), movedSince(transfers, holding.id, ms));
  return {
    chainIndex: holding.chainIndex,
    tokenAddress: holding.tokenAddress,
    address: holding.address,
    symbol: holding.symbol,
    balance: toText(balance),
    rawBalance: rawBalance(balance, holding.decimals),
    tokenPrice: toText(priceAt(seed, holding, ms)),
    tokenType: holding.isInscription ? '2' : '1',
    isRiskToken: holding.isRisky === true
  };
}

/**
 * The rows of the demo, of one wallet or of both; a token that has not arrived yet is absent. The most valuable come
 * first, as OKX orders them. `elapsedMs`: since the demo started; negative: before it.
 */
export function portfolioAt(seed: number, elapsedMs: number, wallet?: DemoWallet): TokenAsset[] {
  const transfers = transfersAround(seed, elapsedMs);
  return DEMO_HOLDINGS.filter(holding => wallet === undefined || holding.wallet === wallet)
    .map(holding => assetAt(seed, holding, transfers, elapsedMs))
    .filter(asset => !isZero(decimal(asset.balance)))
    .sort((a, b) => compareDecimals(valueOf(b), valueOf(a)));
}

function valueOf(asset: TokenAsset): Decimal {
  return multiply(decimal(asset.balance), decimal(asset.tokenPrice));
}

/** Exact USD of the counted holdings; risky tokens are not counted. */
export function totalAt(seed: number, elapsedMs: number): DecimalText {
  const countedAssets = portfolioAt(seed, elapsedMs).filter(asset => !asset.isRiskToken);
  return toText(countedAssets.reduce((total, asset) => add(total, valueOf(asset)), ZERO));
}
