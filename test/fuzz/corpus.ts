// Valid replies to start from: OKX's own examples, a holding of every kind, the demo portfolio, random rows.
import flatItems from '../fixtures/okx/flat-items.json?raw';
import pageExample from '../fixtures/okx/page-example.json?raw';
import severalElements from '../fixtures/okx/several-elements.json?raw';
import { DEMO_HOLDINGS } from '../../electron/demo/portfolio';
import { EVERY_KIND_ROWS } from '../fixtures/okx/every-kind';
import type { Chance } from './chance';
import { nodeOf, readJson, type Node } from './json-text';

const DEMO_ROWS = DEMO_HOLDINGS.map(({ chainIndex, tokenAddress, address, symbol, balance, price, isRisky }) => ({
  chainIndex, tokenAddress, address, symbol, balance, rawBalance: '', tokenPrice: price, tokenType: '1', isRiskToken: isRisky ?? false
})); // prettier-ignore

export const CHAINS = ['1', '56', '137', '501', '1952'];
const TOKENS = ['', '0x0000000000000000000000000000000000001010', '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE', '0xAb', '0xcd', 'So1', 'btc-brc20-ordi']; // prettier-ignore

/** Uses few chains, tokens and addresses, so that rows of one reply match those of the last. */
export function madeUpRow(chance: Chance): Record<string, unknown> {
  const token = chance.pick(TOKENS);
  return {
    chainIndex: chance.pick(CHAINS),
    [chance.oneIn(5) ? 'tokenContractAddress' : 'tokenAddress']: token,
    address: chance.pick(['0xAAaa', '0xbb', '']),
    symbol: 'T' + token.slice(-3),
    balance: `${chance.below(1000)}.${chance.digits(chance.below(20))}7`,
    tokenPrice: chance.oneIn(6) ? '0' : `${chance.below(50)}.${chance.digits(chance.below(18))}3`,
    ...(chance.oneIn(3) ? {} : { tokenType: chance.pick(['1', '2']) }),
    isRiskToken: chance.oneIn(8)
  };
}

function enveloped(rows: readonly unknown[], timeStamp?: number): Node {
  return nodeOf({
    code: '0',
    msg: 'success',
    data: [{ tokenAssets: rows, ...(timeStamp === undefined ? {} : { timeStamp: String(timeStamp) }) }]
  });
}

/** `now`: time of the service in ms. */
export function soundReply(chance: Chance, now: number): Node {
  const found: readonly unknown[][] = [EVERY_KIND_ROWS as unknown[], DEMO_ROWS];
  const some = (rows: readonly unknown[]) => rows.filter(() => chance.oneIn(1 + rows.length / 3));
  const texts = [
    () => readJson(flatItems)!,
    () => readJson(pageExample)!,
    () => readJson(severalElements)!,
    () => enveloped(some(chance.pick(found)), now - chance.below(5000)),
    () => enveloped(Array.from({ length: chance.below(6) }, () => madeUpRow(chance))),
    () =>
      enveloped(
        Array.from({ length: chance.below(5) }, () => madeUpRow(chance)),
        now - chance.below(5000)
      )
  ];
  return (chance.oneIn(6) ? chance.pick(texts) : chance.pick(texts.slice(3)))();
}
