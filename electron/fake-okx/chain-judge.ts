// Judges the chains of a call as OKX does: one bad chain, or one of another address family, fails the whole of it.
import type { Books } from './service-state';
import { LISTED_CHAINS } from './chains';
import { refusal } from './error-codes';
import type { Answer, Call } from './http-message';

/** OKX's own cap for one request. */
const MOST_CHAINS = 50;

const EVM = /^0x[0-9a-f]{40}$/i;
const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const UTXO = new RegExp(`^(?:(?:bc1|fb1|ltc1|addr1|bitcoincash:)[0-9a-z]{8,110}|${BASE58}{26,35})$`);

/** How addresses look on chains that are not EVM; near enough to tell families apart, without checksums. */
const FORMS: Readonly<Record<string, RegExp>> = {
  '0': UTXO,
  '2': UTXO,
  '3': UTXO,
  '5': UTXO,
  '118': /^cosmos1[0-9a-z]{38,58}$/,
  '145': UTXO,
  '195': new RegExp(`^T${BASE58}{33}$`),
  '354': new RegExp(`^${BASE58}{46,48}$`),
  '501': new RegExp(`^${BASE58}{40,44}$`),
  '607': /^(?:[EUk0]Q[\w+/-]{46}|-?\d:[0-9a-f]{64})$/i,
  '637': /^0x[0-9a-f]{41,64}$/i,
  '784': /^0x[0-9a-f]{41,64}$/i,
  '1815': UTXO,
  '70000061': UTXO
};

/** Null when the endpoint takes them all. The message begins with the endpoint's own name, as OKX's does. */
export function judgeChains(chains: readonly string[], call: Call, books: Books): Answer | null {
  if (chains.length > MOST_CHAINS) return refusal('51000', { msg: 'Parameter chains error: at most 50' });
  const isKnown = (chain: string) => LISTED_CHAINS.some(listed => listed.chainIndex === chain);
  const isServed = chains.every(chain => isKnown(chain) && !books.unsupportedChains.has(chain));
  return isServed ? null : refusal('81104', { msg: `${endpointOf(call)}.chains: Chain not support` });
}

export function isOnChain(address: string, chainIndex: string): boolean {
  return (FORMS[chainIndex] ?? EVM).test(address);
}

export function isEvm(address: string): boolean {
  return EVM.test(address);
}

/** `total-value-by-address` calls itself totalValueByAddress. */
function endpointOf(call: Call): string {
  const name = call.path.slice(call.path.lastIndexOf('/') + 1);
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
