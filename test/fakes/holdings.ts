// Holdings, wallets and outcomes of polls for tests of core/: the default case, with what a test changes.
import type { CountingRule } from '../../electron/core/portfolio/counting-rule';
import type { ChainFacts } from '../../electron/core/ports/chain-facts';
import type { Answer, Outcome, Refusal } from '../../electron/core/snapshots/poll-outcome';
import type { UnreadableRow } from '../../electron/core/ports/ports';
import { Failure, type FailureCode } from '../../shared/domain/failure';
import { holdingId } from '../../shared/domain/holding-id';
import type { Holding } from '../../shared/schema/holding';
import type { Key } from '../../shared/schema/key';
import type { WalletOf } from '../../shared/schema/wallet';

export const NOW = Date.UTC(2026, 10, 22, 9);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';

export const KEY: Key = { id: 'k1', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' };

export function walletOf(change: Partial<WalletOf<'v5-account'>> = {}): WalletOf<'v5-account'> {
  return {
    id: 'w1',
    name: 'Cold wallet',
    keyId: KEY.id,
    source: 'v5-account',
    accountId: '31f55853-d430-42c5-b4c6-710d39848cd1',
    chains: [],
    ...change
  };
}

/** Each wallet watches an address of its own: what two wallets watch counts once. */
export function addressOfWallet(walletId: string): string {
  return walletId === 'w1'
    ? ADDRESS
    : `0x${Buffer.from(walletId).toString('hex').padEnd(40, '0').slice(0, 40)}`;
}

/** One ETH at $2,000 unless changed; its id follows from wallet, chain, address and token. */
export function holdingOf(change: Partial<Holding> = {}): Holding {
  const plain = {
    walletId: 'w1',
    chainIndex: '1',
    tokenAddress: '',
    address: addressOfWallet(change.walletId ?? 'w1'),
    symbol: 'ETH',
    balance: '1',
    price: '2000',
    priceKeptSince: null,
    kind: 'token' as const,
    isRisky: false,
    isDuplicate: false,
    ...change
  };
  return { id: holdingId(plain.walletId, plain.chainIndex, plain.address, plain.tokenAddress), ...plain };
}

/** 250 USDC on Base at $1 unless changed. */
export function usdc(change: Partial<Holding> = {}): Holding {
  return holdingOf({
    chainIndex: '8453',
    tokenAddress: '0xc01',
    symbol: 'USDC',
    balance: '250',
    price: '1',
    ...change
  });
}

export function answerOf(
  holdings: readonly Holding[],
  {
    chains = null,
    at = NOW,
    unreadable = []
  }: { chains?: string[] | null; at?: number; unreadable?: readonly UnreadableRow[] } = {}
): Answer {
  return { chains, reading: { holdings, unreadable, takenAt: null }, answeredAt: at, serviceTime: at };
}

/** A row of the chain of which nothing else can be read. */
export function unreadRow(chainIndex: string | null, change: Partial<UnreadableRow> = {}): UnreadableRow {
  return { chainIndex, token: null, address: null, ...change };
}

export function refusalOf(code: FailureCode, chains: string[] | null = null, retryAfterMs?: number): Refusal {
  return { chains, failure: new Failure(code, { retryAfterMs }) };
}

export function outcomeOf(answers: readonly Answer[], refusals: readonly Refusal[] = []): Outcome {
  const requests = answers.length + refusals.length;
  return { answers, refusals, unsupported: [], remaining: null, requests, clockOffsetMs: 0 };
}

/** The whole wallet was answered in one reply. */
export function answered(holdings: readonly Holding[], at = NOW): Outcome {
  return outcomeOf([answerOf(holdings, { at })]);
}

export function failed(code: FailureCode, retryAfterMs?: number): Outcome {
  return outcomeOf([], [refusalOf(code, null, retryAfterMs)]);
}

const NAMES: Readonly<Record<string, string>> = { '1': 'Ethereum', '56': 'BNB Chain', '8453': 'Base' };

export function chainFacts(chainIndex: string): ChainFacts {
  const name = NAMES[chainIndex] ?? `Chain ${chainIndex}`;
  return { name, isTestnet: chainIndex === '11155111', family: 'evm' };
}

/** Risky tokens are not counted. */
export const RULE: CountingRule = { chains: chainFacts, countRisky: false, countDefi: false, verdicts: {} };
