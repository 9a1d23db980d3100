// The portfolios of the layout tests: from nothing to all the money of the world, and names as wide as they come.
import { EXAMPLE_ASSETS, type TokenAsset } from '../../electron/fake-okx/service/asset-rows';
import { token } from '../desktop/app/okx';

export interface LayoutPortfolio {
  readonly name: string;
  /** The name in that of a file. */
  readonly file: string;
  /** The total as the window shows it once the last answer is in. */
  readonly shown: RegExp;
  /** What the service answers first, and later. */
  readonly before: readonly TokenAsset[];
  readonly now: readonly TokenAsset[];
}

const ETH = EXAMPLE_ASSETS[1]!;
export const WIDE = 'W'.repeat(40);
/** 36 digits. */
const LONG_AMOUNT = '123456789012345678.901234567890123456';
const address = (i: number): string => `0x${(i + 1).toString(16).padStart(40, '0')}`;
const unknown = (i: number, change: Partial<TokenAsset>): TokenAsset =>
  token({ tokenAddress: address(i), ...change });
const BTC = token({ chainIndex: '0', tokenAddress: '', symbol: 'BTC', tokenPrice: '70000', balance: '0.25' });
const USUAL = [
  ETH,
  BTC,
  token({ balance: '1000' }),
  unknown(1, { chainIndex: '56', symbol: 'DUST2', balance: '123456.123456789', tokenPrice: '0.00000123' }),
  unknown(2, { symbol: 'CLAIM1000', balance: '1000', tokenPrice: '0', isRiskToken: true })
];

export const PORTFOLIOS: readonly LayoutPortfolio[] = [
  { name: '$0', file: 'nothing', shown: /^\$0\.00/, before: [], now: [token({ balance: '0' })] },
  {
    name: '$0.004',
    file: 'dust',
    shown: /^<\$0\.01/,
    before: [token({ balance: '0.003' })],
    now: [token({ balance: '0.004' })]
  },
  {
    name: '$42,070.96',
    file: 'usual',
    shown: /^\$42,070\.96/,
    before: USUAL,
    now: [{ ...ETH, balance: '8.75' }, BTC, token({ balance: '1379.5475' }), ...USUAL.slice(3)]
  },
  {
    name: '$1.2 billion',
    file: 'billion',
    shown: /^\$1,2\d\d,\d{3},\d{3}\.\d\d/,
    before: [{ ...ETH, balance: '400000' }, BTC, token({ balance: '120000000.1' })],
    now: [
      { ...ETH, balance: '400001.5' },
      { ...BTC, balance: '300.12345678' },
      token({ balance: '120000000.1' })
    ]
  },
  {
    name: '$999 trillion',
    file: 'trillion',
    shown: /^\$999,\d{3},\d{3},\d{3},\d{3}\.\d\d/,
    before: [{ ...ETH, balance: '376920000000' }, token({ balance: '1000' })],
    now: [
      { ...ETH, balance: '376920000000' },
      token({ balance: '1000' }),
      unknown(3, { symbol: WIDE, balance: LONG_AMOUNT, tokenPrice: '0' }),
      unknown(4, { chainIndex: '999000123', symbol: WIDE, balance: LONG_AMOUNT, tokenPrice: '0' })
    ]
  }
];
