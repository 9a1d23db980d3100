// Reads bech32 addresses: SegWit of Bitcoin and Litecoin, Cardano, Cosmos.
import { bech32, bech32m } from '@scure/base';
import type { AddressFamily } from '../../shared/schema/address-review';
import type { AddressReading } from './reading';
import { readingWithProblem } from './reading';

interface AddressForm {
  readonly prefix: string;
  readonly family: AddressFamily;
  readonly chains?: readonly string[];
  readonly isTestnet?: true;
  /** Sizes of the payload in bytes; absent: a SegWit program. */
  readonly sizes?: readonly number[];
}

const ADDRESS_FORMS: readonly AddressForm[] = [
  { prefix: 'bc', family: 'utxo', chains: ['0', '70000061'] },
  { prefix: 'tb', family: 'utxo', isTestnet: true },
  { prefix: 'bcrt', family: 'utxo', isTestnet: true },
  { prefix: 'ltc', family: 'utxo', chains: ['2'] },
  { prefix: 'tltc', family: 'utxo', isTestnet: true },
  { prefix: 'rltc', family: 'utxo', isTestnet: true },
  { prefix: 'addr', family: 'utxo', chains: ['1815'], sizes: [29, 57] },
  { prefix: 'addr_test', family: 'utxo', isTestnet: true, sizes: [29, 57] },
  { prefix: 'cosmos', family: 'cosmos', chains: ['118'], sizes: [20, 32] }
];
/** Cardano addresses are longer than the 90 characters for which bech32 was made. */
const MAX_LENGTH = 120;

/** BIP-141 and BIP-350: version 0 is 20 or 32 bytes under bech32, later ones 2 to 40 bytes under bech32m. */
function isProgram(text: string): boolean {
  const code = [bech32, bech32m].find(each => each.decodeUnsafe(text));
  const [version, ...words] = code?.decodeUnsafe(text)?.words ?? [];
  const size = code?.fromWordsUnsafe(words)?.length ?? 0;
  if (version === 0) return code === bech32 && (size === 20 || size === 32);
  return code === bech32m && (version ?? 17) <= 16 && size >= 2 && size <= 40;
}

function hasPayload(text: string, sizes: readonly number[]): boolean {
  const words = bech32.decodeUnsafe(text, MAX_LENGTH)?.words ?? [];
  return sizes.includes(bech32.fromWordsUnsafe(words)?.length ?? 0);
}

/**
 * Accepts all lower case or all capitals, as on QR codes; shown in lower case. Mixed case is invalid, like a wrong
 * checksum.
 */
export function readBech32(text: string): AddressReading[] {
  const address = text.toLowerCase();
  const form = ADDRESS_FORMS.find(({ prefix }) => address.startsWith(`${prefix}1`));
  if (!form || !/^[a-z_]+1[a-z0-9]{12,110}$/.test(address)) return [];
  const { family, chains, isTestnet, sizes } = form;
  if (!(sizes ? hasPayload(text, sizes) : isProgram(text)))
    return [readingWithProblem(family, 'wrong-checksum')];
  if (isTestnet) return [readingWithProblem(family, 'testnet')];
  return [{ family, ...(chains && { chains }), address, identity: address }];
}
