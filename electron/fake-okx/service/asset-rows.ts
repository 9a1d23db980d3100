// Defines the rows of a balance answer, with the example of OKX's documentation.
import type { Envelope } from './http-message';

/** One row of `tokenAssets` as OKX documents it: all fields are text except the risk flag. */
export type TokenAsset = {
  chainIndex: string;
  /** "" is the chain's native coin. */
  tokenAddress: string;
  address: string;
  symbol: string;
  balance: string;
  /** "" where OKX does not offer it. */
  rawBalance: string;
  /** USD for one unit; "0" means that no price is known. */
  tokenPrice: string;
  /** 1: token, 2: inscription. */
  tokenType: '1' | '2';
  isRiskToken: boolean;
};

/** Any row that a test wants in an answer, valid or not. */
export type AssetRow = Record<string, unknown>;

/** Gives the rows of an account at the time of the call. */
export type Account = () => readonly AssetRow[];

export const EXAMPLE_ACCOUNT_ID = '31f55853-d430-42c5-b4c6-710d39848cd1';

/** The rows of OKX's own example. Their total is exactly 21203.4647571980138270671868009097182176. */
export const EXAMPLE_ASSETS: readonly TokenAsset[] = [
  {
    chainIndex: '1',
    tokenAddress: '0xf4d2888d29d722226fafa5d9b24f9164c092421e',
    symbol: 'LOOKS',
    balance: '0.6908810093750312',
    rawBalance: '',
    tokenPrice: '0.035834243057603148',
    tokenType: '1',
    isRiskToken: false,
    address: '0xa03400e098f4421b34a3a44a1b4e571419517687'
  },
  {
    chainIndex: '1',
    tokenAddress: '',
    symbol: 'ETH',
    balance: '8',
    rawBalance: '',
    tokenPrice: '2650.43',
    tokenType: '1',
    isRiskToken: false,
    address: '0xa03400e098f4421b34a3a44a1b4e571419517687'
  }
];

export const EVM = /^0x[0-9a-f]{40}$/i;

export function isEvm(address: string): boolean {
  return EVM.test(address);
}

/** The envelope may already contain a fault: an element that is not a row is left unchanged. */
export function toAddressEnvelope(envelope: Envelope): Envelope {
  return Array.isArray(envelope.data) ? { ...envelope, data: envelope.data.map(toAddressElement) } : envelope;
}

function toAddressElement(element: unknown): unknown {
  if (!isRecord(element) || !Array.isArray(element['tokenAssets'])) return toAddressRow(element);
  return { tokenAssets: element['tokenAssets'].map(toAddressRow) };
}

function toAddressRow(row: unknown): unknown {
  if (!isRecord(row)) return row;
  const fields = Object.entries(row).filter(([name]) => name !== 'tokenType');
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (name === 'tokenAddress') return ['tokenContractAddress', value];
      const isLowerCased = name === 'address' && typeof value === 'string' && isEvm(value);
      return [name, isLowerCased ? value.toLowerCase() : value];
    })
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
