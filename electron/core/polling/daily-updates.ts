// Daily updates: refreshes the rate of the second currency and the chain list after a round.
// With a key that has just been answered.
import type { Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { Holding } from '../../../shared/schema/holding';
import { isWithin } from '../doubts/statement';
import type { Driver, PlannedRequest } from '../ports/ports';
import type { World } from '../ports/world';
import type { Polled } from '../snapshots/poll-outcome';
import type { Model, ModelUpdate } from '../state/model';
import { perUsdAt, ratedCodeOf, type Rate, type RateAttempt, type RatedCode } from '../state/second-currency';
import { sendSigned, type RequestResult, type RequestTask } from './signed-request';

/** Also applies after a failed reading: no total depends on the rate. */
const MIN_RATE_INTERVAL_MS = 10 * MINUTE_MS;

/** A rate that cannot be read is no failure of the round: the last rate stays, with its age. */
export async function refreshRate(
  model: Model,
  polled: readonly Polled[],
  world: World
): Promise<ModelUpdate | null> {
  const code = ratedCodeOf(model.settings.choices);
  const triedAt = world.clock.now();
  const answered = polled.find(({ outcome }) => outcome.answers.length > 0);
  const key = model.settings.keys.find(({ id }) => id === answered?.key.id);
  if (!code || !answered || !key || !isDue(model.rates[code]?.triedAt, triedAt)) return null;
  const task = rateTaskFor(code, key, world.drivers[answered.wallet.source]);
  const result = await sendSigned(task, world, model.clockOffsets[key.id] ?? 0);
  if (result.failure) world.log('warn', `rate of ${code}: ${result.failure.message}`);
  const rate = rateOf(result);
  return ({ rates, ...rest }) => ({
    ...rest,
    rates: {
      ...rates,
      [code]: rate ? withReading(rates[code], rate, triedAt) : sameRate(rates[code], triedAt)
    }
  });
}

function sameRate(known: RateAttempt | undefined, triedAt: number): RateAttempt {
  return { ...known, rate: known?.rate ?? null, triedAt };
}

const LEAP_FACTOR: Decimal = { units: 10n, scale: 0 };
const AGREEMENT_FACTOR: Decimal = { units: 2n, scale: 0 };
/** So many readings that agree make a leap of a rate believed. */
const LEAP_READINGS = 3;

/** The rate after a reading. One that is ten times as high or low as the last known one has to be read several times. */
export function withReading(known: RateAttempt | undefined, read: Rate, triedAt: number): RateAttempt {
  if (!known?.rate || isWithin(known.rate.perUsd, read.perUsd, LEAP_FACTOR)) return { rate: read, triedAt };
  const isAgreed = known.leap !== undefined && isWithin(known.leap.perUsd, read.perUsd, AGREEMENT_FACTOR);
  const readings = 1 + (isAgreed ? (known.leap?.readings ?? 0) : 0);
  if (readings >= LEAP_READINGS) return { rate: read, triedAt };
  return { rate: known.rate, triedAt, leap: { perUsd: read.perUsd, readings } };
}

/** A moment in the future, after the clock was set back, is treated as long ago. */
function isDue(triedAt: number | undefined, now: number): boolean {
  return triedAt === undefined || triedAt > now || now - triedAt >= MIN_RATE_INTERVAL_MS;
}

/** A rate as it was read, and the service's own time of it, ms. */
interface Quoted {
  readonly perUsd: string;
  readonly quotedAt: number | null;
}

function rateTaskFor(code: RatedCode, key: RequestTask<Quoted>['key'], driver: Driver): RequestTask<Quoted> {
  if (code === 'CNY') {
    const yuan = driver.requestYuan(key);
    const request: PlannedRequest = {
      method: yuan.method,
      target: yuan.target,
      body: yuan.body,
      chains: null
    };
    const read: RequestTask<Quoted>['read'] = (reply, receivedAt) => ({
      perUsd: driver.readYuan(reply, receivedAt),
      quotedAt: null
    });
    // The endpoint is public, so nothing is signed; the request still waits for the rate limiter.
    return { key, plan: () => request, priority: 'other', sign: () => yuan, read };
  }
  return {
    key,
    plan: () => driver.planPrice(code),
    priority: 'other',
    sign: driver.sign,
    read(reply, receivedAt) {
      const { price, pricedAt } = driver.readPrice(reply, code, receivedAt);
      return { perUsd: perUsdAt(price), quotedAt: pricedAt };
    }
  };
}

function rateOf(result: RequestResult<Quoted>): Rate | null {
  if (result.failure) return null;
  const { perUsd, quotedAt } = result.content;
  const takenAt = quotedAt === null ? result.receivedAt : quotedAt + result.clockOffsetMs;
  return { perUsd, takenAt: Math.min(takenAt, result.receivedAt) };
}

/** A chain list that cannot be read is no failure of the round: the built-in table and the last list stay in use. */
export async function refreshChainList(model: Model, polled: readonly Polled[], world: World): Promise<void> {
  const readAt = world.chainList.readAt();
  if (readAt !== null && world.clock.now() - readAt < DAY_MS && readAt <= world.clock.now()) return;
  await readChainList(model, polled, world);
}

async function readChainList(model: Model, polled: readonly Polled[], world: World): Promise<void> {
  const answered = polled.find(({ outcome }) => outcome.answers.length > 0);
  const key = model.settings.keys.find(({ id }) => id === answered?.key.id);
  if (!answered || !key) return;
  const driver = world.drivers[answered.wallet.source];
  const task = {
    key,
    plan: () => driver.planChains(),
    priority: 'other' as const,
    sign: driver.sign,
    read: driver.readChains
  };
  const result = await sendSigned(task, world, model.clockOffsets[key.id] ?? 0);
  if (result.failure) {
    world.log('warn', `chain list: ${result.failure.message}`);
    world.chainList.postponeRefresh(world.clock.now());
    return;
  }
  await world.chainList
    .storeList(result.content, world.clock.now())
    .catch((thrown: unknown) => world.log('warn', 'cannot write the chain list', thrown));
}

/**
 * Reads the list before a round is applied that has a chain which nobody knows yet: it may be a test chain, whose coins
 * have no value. At most once an hour, since the list may lack the chain too.
 */
export async function readUnknownChains(
  model: Model,
  polled: readonly Polled[],
  world: World
): Promise<void> {
  const readAt = world.chainList.readAt();
  if (readAt !== null && Math.abs(world.clock.now() - readAt) < HOUR_MS) return;
  const known = new Set(world.chainList.entries().map(({ chainIndex }) => chainIndex));
  const isUnknown = (holding: Holding) => !isDefi(holding) && !known.has(holding.chainIndex);
  const answers = polled.flatMap(({ outcome }) => outcome.answers);
  if (answers.some(({ reading }) => reading.holdings.some(isUnknown)))
    await readChainList(model, polled, world);
}

/** Reads one after the other, because both wait for the rate limiter of the same key. Never throws. */
export async function readDailyUpdates(
  model: Model,
  polled: readonly Polled[],
  world: World
): Promise<ModelUpdate> {
  await refreshChainList(model, polled, world);
  return (await refreshRate(model, polled, world)) ?? (same => same);
}
