// Starts the demo: the fake server with the demo market, and a key for this run only.
import { randomUUID } from 'node:crypto';
import type { Credentials } from '../../shared/schema/key';
import { toText } from '../../shared/domain/decimal';
import { DEMO_HOLDINGS, type DemoWallet } from './portfolio';
import { portfolioAt, priceAt } from './market';
import { startServer, type FakeOkx } from '../fake-okx/server';

export const DEMO_SEED = 42;

const WALLETS: readonly { accountId: string; name: string; wallet: DemoWallet }[] = [
  { accountId: '5d1c8a70-9e42-4b3f-8c06-de300000c01d', name: 'Cold wallet', wallet: 'cold' },
  { accountId: '5d1c8a70-9e42-4b3f-8c06-de30000da117', name: 'Daily', wallet: 'daily' }
];

/** DeFi positions, which are visible only when DeFi is counted. */
const STAKED = {
  accountId: WALLETS[0]!.accountId,
  positions: [
    { chainIndex: '1', value: '1804.275' },
    { chainIndex: '42161', value: '215.5' }
  ]
};

export interface Demo {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly accounts: readonly { readonly accountId: string; readonly name: string }[];
  /** The same as the server's function. */
  readonly injectFault: FakeOkx['injectFault'];
  close(): Promise<void>;
}

/**
 * The market of a wallet starts at its first request, so that the first transfer is never part of the baseline, for
 * which no alerts are sent, however slowly the app starts. `clock.now`: ms since 1970. `port`: as for the server.
 */
export async function startDemo(clock: { now(): number }, port?: number): Promise<Demo> {
  const credentials = {
    apiKey: `demo-${randomUUID()}`,
    secretKey: randomUUID(),
    passphrase: randomUUID(),
    projectId: null
  };
  const openedAt = new Map<DemoWallet, number>();
  const elapsedMs = (wallet: DemoWallet) => clock.now() - (openedAt.get(wallet) ?? clock.now());
  const accounts = WALLETS.map(({ accountId, wallet }) => {
    const rows = () => {
      if (!openedAt.has(wallet)) openedAt.set(wallet, clock.now());
      return portfolioAt(DEMO_SEED, elapsedMs(wallet), wallet);
    };
    return [accountId, rows] as const;
  });
  /** The price of a native coin as the wallet sees it at the same time; reading it starts no market. */
  const priceOf = (chainIndex: string) => () =>
    portfolioAt(DEMO_SEED, elapsedMs('cold'), 'cold').find(
      row => row.chainIndex === chainIndex && row.tokenAddress === ''
    )?.tokenPrice ?? '0';
  const prices = ['0', '1'].map(chainIndex => [`${chainIndex}/`, priceOf(chainIndex)] as const);
  const server = await startServer({ keys: [credentials], now: () => clock.now(), accounts, prices, port });
  for (const holding of DEMO_HOLDINGS)
    server.pastPrices.set(`${holding.chainIndex}/${holding.tokenAddress}`, at =>
      toText(priceAt(DEMO_SEED, holding, elapsedMs(holding.wallet) - (clock.now() - at)))
    );
  server.defi.set(STAKED.accountId, () => STAKED.positions);
  return {
    origin: server.origin,
    credentials,
    accounts: WALLETS.map(({ accountId, name }) => ({ accountId, name })),
    injectFault: server.injectFault,
    close: server.close
  };
}
