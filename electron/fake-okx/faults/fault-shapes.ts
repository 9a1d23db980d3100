// Injects faults into the structure and the values of a successful answer, mainly of balances.
import type { AssetRow, TokenAsset } from '../service/asset-rows';
import type { Envelope } from '../service/http-message';

export type ShapeFault =
  /** `0` in place of `"0"`. */
  | { kind: 'code-as-number' }
  /** The rows directly in `data`, without `tokenAssets`. */
  | { kind: 'flat-data' }
  /** The rows spread over this many elements of `data`; the default is two. */
  | { kind: 'several-data'; elements?: number }
  | { kind: 'empty-data' }
  | { kind: 'missing-data' }
  /** `tokenAssets: []`. */
  | { kind: 'no-tokens' }
  | { kind: 'no-timestamp' }
  | { kind: 'missing-fields'; fields: readonly (keyof TokenAsset)[] }
  /** Another price; for every row unless a symbol is given. */
  | { kind: 'price'; price: string | number | null; symbol?: string }
  /** Another amount, such as "-1", "1.5e-7" or "n/a"; for every row unless a symbol is given. */
  | { kind: 'amount'; amount: string | number | null; symbol?: string }
  /** This many more rows, by default 5,000, like spam tokens in a wallet. */
  | { kind: 'many-tokens'; count?: number; price?: string }
  /** One more row, whose symbol attacks programs and people that display it. */
  | { kind: 'phishing-symbol'; symbol?: string }
  /** Each row twice; with `differing`, the second one has a balance that is one digit longer. */
  | { kind: 'duplicate-rows'; differing?: boolean }
  /** One more row that cannot be read. */
  | { kind: 'malformed-row'; row?: unknown };

type Change<Fault> = (fault: Fault, rows: readonly AssetRow[], timeStamp: string) => Envelope;
type Table = { [K in ShapeFault['kind']]: Change<Extract<ShapeFault, { kind: K }>> };

/** A link, markup, a bidirectional override, a line break and a zero-width space. */
export const PHISHING_SYMBOL = 'Visit https://claim-usd.example \u202e<b>$5,000</b>\n\u200bUSDC';

function envelope(data: unknown): Envelope {
  return { code: '0', msg: 'success', data };
}

function balancesEnvelope(tokenAssets: readonly unknown[], timeStamp: string): Envelope {
  return envelope([{ tokenAssets, timeStamp }]);
}

/** Sets a field in all rows, or in the rows of one symbol. */
function withField(rows: readonly AssetRow[], field: string, value: unknown, symbol?: string): AssetRow[] {
  return rows.map(row =>
    symbol === undefined || row['symbol'] === symbol ? { ...row, [field]: value } : row
  );
}

function splitRows(rows: readonly AssetRow[], timeStamp: string, elements: number): unknown[] {
  return Array.from({ length: elements }, (_, index) => ({
    tokenAssets: rows.filter((_row, at) => at % elements === index),
    timeStamp
  }));
}

/** `price`: each has this price, and none is called risky. */
function spamRow(number: number, price?: string): TokenAsset {
  return {
    chainIndex: '1',
    tokenAddress: `0x${number.toString(16).padStart(40, '0')}`,
    address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
    symbol: `SPAM${number}`,
    balance: `${number}.000000000000000001`,
    rawBalance: '',
    tokenPrice: price ?? (number % 3 === 0 ? '0' : '0.000000000000012345'),
    tokenType: '1',
    isRiskToken: price === undefined && number % 2 === 0
  };
}

const SHAPES: Table = {
  'code-as-number': (_fault, rows, timeStamp) => ({ ...balancesEnvelope(rows, timeStamp), code: 0 }),
  'flat-data': (_fault, rows) => envelope(rows),
  'several-data': (fault, rows, timeStamp) => envelope(splitRows(rows, timeStamp, fault.elements ?? 2)),
  'empty-data': () => envelope([]),
  'missing-data': () => ({ code: '0', msg: '' }),
  'no-tokens': (_fault, _rows, timeStamp) => balancesEnvelope([], timeStamp),
  'no-timestamp': (_fault, rows) => envelope([{ tokenAssets: rows }]),
  'missing-fields': ({ fields }, rows, timeStamp) => {
    const isIncluded = ([name]: [string, unknown]) => !(fields as readonly string[]).includes(name);
    return balancesEnvelope(
      rows.map(row => Object.fromEntries(Object.entries(row).filter(isIncluded))),
      timeStamp
    );
  },
  price: (fault, rows, timeStamp) =>
    balancesEnvelope(withField(rows, 'tokenPrice', fault.price, fault.symbol), timeStamp),
  amount: (fault, rows, timeStamp) =>
    balancesEnvelope(withField(rows, 'balance', fault.amount, fault.symbol), timeStamp),
  'many-tokens': (fault, rows, timeStamp) =>
    balancesEnvelope(
      [...rows, ...Array.from({ length: fault.count ?? 5000 }, (_, at) => spamRow(at + 1, fault.price))],
      timeStamp
    ),
  'phishing-symbol': (fault, rows, timeStamp) =>
    balancesEnvelope([...rows, { ...spamRow(1), symbol: fault.symbol ?? PHISHING_SYMBOL }], timeStamp),
  'duplicate-rows': (fault, rows, timeStamp) => {
    const duplicate = (row: AssetRow): AssetRow => {
      const balance = String(row['balance']);
      return fault.differing ? { ...row, balance: balance + (balance.includes('.') ? '1' : '.1') } : row;
    };
    return balancesEnvelope([...rows, ...rows.map(duplicate)], timeStamp);
  },
  'malformed-row': (fault, rows, timeStamp) => {
    const broken = { ...spamRow(1), symbol: { name: 'BROKEN' }, balance: 'one' };
    return balancesEnvelope([...rows, 'row' in fault ? fault.row : broken], timeStamp);
  }
};

/** Faults that apply to any answer, whatever its data. */
const ENVELOPE_SHAPES: Readonly<Record<string, (envelope: Envelope) => Envelope>> = {
  'code-as-number': sound => ({ ...sound, code: 0 }),
  'empty-data': sound => ({ ...sound, data: [] }),
  'missing-data': () => ({ code: '0', msg: '' })
};

export function isEnvelopeFault(fault: { kind: string }): boolean {
  return Object.hasOwn(ENVELOPE_SHAPES, fault.kind);
}

/** Applies the fault to the envelope of an answer that contains no balances. */
export function applyEnvelopeFault(fault: ShapeFault, sound: Envelope): Envelope {
  return ENVELOPE_SHAPES[fault.kind]?.(sound) ?? sound;
}

export function isShapeFault(fault: { kind: string }): fault is ShapeFault {
  return Object.hasOwn(SHAPES, fault.kind);
}

/** The envelope of these rows with the fault applied. `timeStamp`: ms as text. */
export function applyShapeFault(fault: ShapeFault, rows: readonly AssetRow[], timeStamp: string): Envelope {
  return (SHAPES[fault.kind] as Change<ShapeFault>)(fault, rows, timeStamp);
}
