// Runs the demo: the stand-in server with the moving market behind it, and a key made for this run alone.
import { randomUUID } from 'node:crypto';
import type { Credentials } from '../../shared/key';
import type { DemoWallet } from './demo-holdings';
import { portfolioAt } from './market';
import { startServer } from './server';

export const DEMO_SEED = 42;

const WALLETS: readonly { accountId: string; name: string; wallet: DemoWallet }[] = [
  { accountId: '5d1c8a70-9e42-4b3f-8c06-de300000c01d', name: 'Cold wallet', wallet: 'cold' },
  { accountId: '5d1c8a70-9e42-4b3f-8c06-de30000da117', name: 'Daily', wallet: 'daily' }
];

export interface Demo {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly accounts: readonly { readonly accountId: string; readonly name: string }[];
  close(): Promise<void>;
}

/**
 * The market of a wallet opens when it is asked for the first time, so that the first transfer is never part of
 * the silent baseline, however slowly the app starts. `clock.now`: ms since 1970.
 */
export async function startDemo(clock: { now(): number }): Promise<Demo> {
  const credentials = {
    apiKey: `demo-${randomUUID()}`,
    secretKey: randomUUID(),
    passphrase: randomUUID(),
    projectId: null
  };
  const accounts = WALLETS.map(({ accountId, wallet }) => {
    let openedAt: number | null = null;
    const rows = () => portfolioAt(DEMO_SEED, clock.now() - (openedAt ??= clock.now()), wallet);
    return [accountId, rows] as const;
  });
  const server = await startServer({ keys: [credentials], now: () => clock.now(), accounts });
  return {
    origin: server.origin,
    credentials,
    accounts: WALLETS.map(({ accountId, name }) => ({ accountId, name })),
    close: server.close
  };
}
