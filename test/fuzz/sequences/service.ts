// The service of a sequence: answers polls with the truth, bent by the lies that it keeps up.
import type { HttpReply } from '../../../electron/core/ports/ports';
import { shift, write } from './exact';
import type { Lie, Sequence } from './sequence';
import { CHAINS, type Truth } from './truth';

/** What an answer says of one token in one wallet. */
export interface Said {
  /** 0n: the answer lacks it, or calls it zero. Null: that cannot be read. */
  readonly amount: bigint | null;
  readonly price: bigint | null;
  readonly isRisky: boolean;
  /** The answer has no row at all of the chain. */
  readonly isChainSilent: boolean;
}

export interface Sent {
  readonly wallet: number;
  /** Null: no reply, the poll failed. */
  readonly reply: HttpReply | null;
  /** Chains that the service says it does not support. */
  readonly refused: readonly string[];
  /** The service's time of the reply, ms. */
  readonly at: number;
  /** Said of the tokens by place; undefined: nothing, as of a chain that was refused. */
  readonly said: readonly (Said | undefined)[];
  /** The reply was sent before, and says so. */
  readonly isOld: boolean;
}

/** Rows of no token, and of no chain either. */
const STRANGE = -1;
const NOWHERE = -2;

interface Row {
  readonly place: number;
  readonly chain: string;
  fields: Record<string, unknown>;
  said: Omit<Said, 'isChainSilent'>;
}

export const addressOf = (wallet: number): string => `0x${'a'.repeat(39)}${wallet}`;

const NATIVE_NAMES = [
  '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
  '0x0000000000000000000000000000000000000000'
];
const POLYGON_COIN = '0x0000000000000000000000000000000000001010';

export class Service {
  readonly #lies: { readonly lie: Lie; stepsLeft: number }[] = [];
  readonly #sent: Sent[][] = [];

  constructor(
    readonly truth: Truth,
    readonly sequence: Sequence
  ) {}

  lie(lie: Lie): void {
    this.#lies.push({ lie, stepsLeft: lie.steps });
  }

  endLies(): void {
    this.#lies.length = 0;
  }

  /** `at`: the service's time, ms. */
  answer(wallet: number, at: number): Sent {
    const active = this.#lies.filter(({ lie, stepsLeft }) => lie.wallet === wallet && stepsLeft > 0);
    for (const one of active) one.stepsLeft--;
    const lies = active.map(({ lie }) => lie);
    if (lies.some(({ tell }) => tell === 'fail'))
      return { wallet, reply: null, refused: [], at, said: [], isOld: false };
    const before = (this.#sent[wallet] ??= []);
    const repeat = lies.find(({ tell }) => tell === 'repeat');
    const old = repeat && before.at(-1 - repeat.power);
    if (old) return { ...old, isOld: true };
    const sent = this.#send(wallet, at, lies);
    before.push(sent);
    return sent;
  }

  #send(wallet: number, at: number, lies: readonly Lie[]): Sent {
    const isAccount = this.sequence.wallets[wallet] === 'v5-account';
    const refusing = isAccount ? [] : lies.filter(({ tell }) => tell === 'refuse-chain');
    const refused = [...new Set(refusing.map(lie => this.#chainOf(lie)))].slice(0, CHAINS.length - 1);
    let rows = this.#rows(wallet).filter(({ chain }) => !refused.includes(chain));
    for (const lie of lies) rows = this.#bend(rows, lie);
    const assets = rows.map(({ fields }) => (isAccount ? fields : asAddressRow(fields)));
    const data = [isAccount ? { timeStamp: String(at), tokenAssets: assets } : { tokenAssets: assets }];
    const said = this.truth.tokens.map(({ chain }, place): Said | undefined => {
      if (refused.includes(chain)) return undefined;
      const own = rows.find(row => row.place === place);
      // A row of no chain may be any: of what is not named beside it, or called zero, nothing is said.
      if (!own?.said.amount && own?.said.amount !== null && rows.some(row => row.place === NOWHERE))
        return undefined;
      const isChainSilent = !rows.some(row => row.chain === chain);
      return { ...(own?.said ?? { amount: 0n, price: null, isRisky: false }), isChainSilent };
    });
    const body = JSON.stringify({ code: '0', msg: 'success', data });
    return { wallet, reply: { status: 200, headers: {}, body }, refused, at, said, isOld: false };
  }

  #chainOf({ token }: Lie): string {
    return this.truth.tokens[token]?.chain ?? CHAINS[0]!;
  }

  #rows(wallet: number): Row[] {
    return this.truth.tokens.flatMap(({ chain, contract, symbol, isRisky }, place): Row[] => {
      const amount = this.truth.amountOf(wallet, place);
      const price = this.truth.priceOf(place);
      if (amount === 0n) return [];
      const fields = {
        chainIndex: chain,
        tokenAddress: contract,
        address: addressOf(wallet),
        symbol,
        balance: write(amount),
        tokenPrice: price === null ? '0' : write(price),
        tokenType: '1',
        isRiskToken: isRisky
      };
      return [{ place, chain, fields, said: { amount, price, isRisky } }];
    });
  }

  #bend(rows: readonly Row[], lie: Lie): Row[] {
    const { tell, token, power } = lie;
    if (tell === 'omit-all') return [];
    if (tell === 'omit') return rows.filter(({ place }) => place !== token);
    if (tell === 'omit-chain') return rows.filter(({ chain }) => chain !== this.#chainOf(lie));
    if (tell === 'no-address')
      return rows.map(row => ({ ...row, fields: { ...row.fields, address: undefined } }));
    if (tell === 'strange-row') return [...rows, strange({ tokenPrice: 'NaN' }, power)];
    if (tell === 'row-of-no-chain')
      return [...rows, { ...strange({ chainIndex: undefined }, power), place: NOWHERE }];
    return rows.flatMap(row => (row.place === token ? bendRow(row, tell, power) : [row]));
  }
}

/** A row of an unknown token, of which nothing can be used. */
function strange(fields: Record<string, unknown>, power: number): Row {
  const tokenAddress = `0x${'7'.repeat(38)}${String(10 + Math.abs(power)).slice(-2)}`;
  const given = { chainIndex: '1', tokenAddress, symbol: 'STRANGE', balance: 'x', tokenPrice: '1' };
  return {
    place: STRANGE,
    chain: '',
    fields: { ...given, isRiskToken: true, ...fields },
    said: { amount: null, price: null, isRisky: true }
  };
}

function bendRow(row: Row, tell: Lie['tell'], power: number): Row[] {
  const { fields, said } = row;
  const bent = (changed: Record<string, unknown>, saying: Partial<Said>): Row[] => [
    { ...row, fields: { ...fields, ...changed }, said: { ...said, ...saying } }
  ];
  switch (tell) {
    case 'zero':
      return bent({ balance: '0' }, { amount: 0n });
    case 'shift': {
      const amount = said.amount === null ? null : shift(said.amount, power);
      return amount === null ? [row] : bent({ balance: write(amount) }, { amount });
    }
    case 'unpriced':
      return bent({ tokenPrice: '0' }, { price: null });
    case 'price': {
      const price = said.price === null ? null : shift(said.price, power);
      return price === null ? [row] : bent({ tokenPrice: write(price) }, { price });
    }
    case 'flag':
      return bent({ isRiskToken: !said.isRisky }, { isRisky: !said.isRisky });
    case 'damage-amount':
      return bent({ balance: '12x' }, { amount: null });
    case 'damage-price':
      return bent({ tokenPrice: 'NaN' }, { price: null });
    case 'alias':
      return [row, ...aliasesOf(row, power)];
    case 'duplicate':
      return power > 0 || said.amount === null
        ? [row, row]
        : [row, { ...row, fields: { ...fields, balance: write(said.amount / 2n) } }];
    default:
      return [row];
  }
}

/** The coin of a chain under another of its names; `power` below zero: under that name only. */
function aliasesOf(row: Row, power: number): Row[] {
  const { chainIndex, tokenAddress } = row.fields;
  if (tokenAddress !== '') {
    const capitals = `0x${String(tokenAddress).slice(2).toUpperCase()}`;
    return [{ ...row, fields: { ...row.fields, tokenAddress: capitals } }];
  }
  const names = chainIndex === '137' ? [...NATIVE_NAMES, POLYGON_COIN] : NATIVE_NAMES;
  const alias = names[Math.abs(power) % names.length];
  return [{ ...row, fields: { ...row.fields, tokenAddress: alias } }];
}

function asAddressRow({ tokenAddress, tokenType: _, ...fields }: Record<string, unknown>) {
  return { ...fields, tokenContractAddress: tokenAddress };
}
