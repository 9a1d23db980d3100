// Names one token of one address in one way, by the rules of the product, implemented again in a simple way.

/** Ids of the coin itself, by chain, as far as replies of the fuzzer have them. */
const COIN: Readonly<Record<string, string>> = {
  137: '0x0000000000000000000000000000000000001010',
  501: '11111111111111111111111111111111',
  784: '0x2::sui::sui'
};

/** Each hexadecimal number without zeros in front; one that ends with them keeps the last. */
function withoutZeros(text: string): string {
  return text
    .split(/(\b0x[0-9a-f]+)/)
    .map((piece, at) => (at % 2 === 0 ? piece : `0x${piece.slice(2).replace(/^0+(?=.)/, '')}`))
    .join('');
}

export function tokenName(chain: string, token: string): string {
  if (!/^0x/i.test(token)) return COIN[chain] === token ? '' : token;
  const lower = token.toLowerCase();
  if (lower === `0x${'0'.repeat(40)}` || lower === `0x${'e'.repeat(40)}`) return '';
  const id = chain === '784' || chain === '637' ? withoutZeros(lower) : lower;
  return COIN[chain] === id ? '' : id;
}

export function addressName(address: string): string {
  if (!/^0x/i.test(address)) return address;
  const lower = address.toLowerCase();
  return lower.length === 42 && /^0x[0-9a-f]+$/.test(lower) ? lower : withoutZeros(lower);
}

/** Identifies one token of one address on one chain. */
export const nameOf = (chain: string, address: string, token: string) =>
  JSON.stringify([chain, addressName(address), tokenName(chain, token)]);
