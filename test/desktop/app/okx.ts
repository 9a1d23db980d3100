// The fake OKX server of a test, with one key and the account of OKX's own example.
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  type TokenAsset
} from '../../../electron/fake-okx/service/asset-rows';
import { startServer, type FakeOkx } from '../../../electron/fake-okx/server';

/** Long and unusual enough that a match anywhere is no accident. */
export const CREDENTIALS = {
  apiKey: '37c541a1-8f02-4c1e-9d6b-10fe7a038418',
  secretKey: 'E5C6E1C9A2F84D0B9C7712AB34CD56EF',
  passphrase: 'Heron-7-at-the-ferry',
  projectId: '86afb1e02c9d4f7785e6d1bc'
} as const;

export const ACCOUNT_ID = EXAMPLE_ACCOUNT_ID;
/** The exact value of the example account, and how it is shown. */
export const EXACT_TOTAL = '21203.4647571980138270671868009097182176';
export const SHOWN_TOTAL = '$21,203.46';
export const WALLET = 'Cold wallet';

const USDC: TokenAsset = {
  chainIndex: '8453',
  tokenAddress: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913',
  address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
  symbol: 'USDC',
  balance: '1000',
  rawBalance: '',
  tokenPrice: '1',
  tokenType: '1',
  isRiskToken: false
};

export function token(change: Partial<TokenAsset>): TokenAsset {
  return { ...USDC, ...change };
}

export class Service {
  private rows: readonly TokenAsset[] = EXAMPLE_ASSETS;

  private constructor(readonly standIn: FakeOkx) {
    standIn.accounts.set(ACCOUNT_ID, () => this.rows);
  }

  static async start(): Promise<Service> {
    return new Service(await startServer({ keys: [CREDENTIALS] }));
  }

  get origin(): string {
    return this.standIn.origin;
  }

  /** The host as sentences name it: without the scheme. */
  get host(): string {
    return this.origin.replace('http://', '');
  }

  /** Without those for past prices, which are sent whenever nothing else is due. */
  get requestCount(): number {
    return this.standIn.requests.length - this.pastPriceCount;
  }

  get pastPriceCount(): number {
    return this.standIn.requests.filter(({ target }) => target.includes('/historical-price?')).length;
  }

  hold(...rows: readonly TokenAsset[]): void {
    this.rows = rows;
  }

  /** The text that `setup` reads on its standard input. */
  setUpText(change: Readonly<Record<string, unknown>> = {}): string {
    const wallets = [{ name: WALLET, source: 'v5-account', accountId: ACCOUNT_ID }];
    return JSON.stringify({ ...CREDENTIALS, host: this.origin, wallets, ...change });
  }
}
