import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { review } from '../../../electron/addresses/review';
import { CHAINS } from '../../../electron/okx/chains';
import * as mint from './mint';

const rowsOf = (text: string) => review(text, { watched: [], chains: [...CHAINS.values()] }).rows;
const verdictsOf = (text: string) => rowsOf(text).map(({ verdict }) => verdict);

/** BIP-39's own test phrase and a few similar ones: none of them protects any wallet. */
const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const LONG_PHRASE = `${PHRASE} letter advice cage absurd amount doctor acoustic avoid letter advice cage above`;
const HEX = mint.bytesOf(1, 32).toString('hex');
const WIF = mint.base58check(Buffer.from([0x80, ...mint.bytesOf(2, 32)]));
const SHORT_WIF = mint.base58check(Buffer.from([0x80, ...mint.bytesOf(2, 32), 1]));
const XPRV = mint.base58check(
  Buffer.from([0x04, 0x88, 0xad, 0xe4, ...mint.bytesOf(4, 50), ...mint.bytesOf(5, 24)])
);
const SOLANA = mint.base58(mint.bytesOf(6, 64));
const BYTES = JSON.stringify([...mint.bytesOf(7, 64)]);
const address = mint.evm(1);

const secrets: [what: string, text: string][] = [
  ['64 hex digits', HEX],
  ['64 hex digits in capitals', HEX.toUpperCase()],
  ['128 hex digits', HEX + HEX],
  ['64 digits with one lost', HEX.slice(1)],
  ['WIF', WIF],
  ['WIF, compressed', SHORT_WIF],
  ['WIF, Litecoin', mint.base58check(Buffer.from([0xb0, ...mint.bytesOf(2, 32), 1]))],
  ['WIF, testnet', mint.base58check(Buffer.from([0xef, ...mint.bytesOf(2, 32)]))],
  ['mistyped WIF', `${WIF.slice(0, -1)}1`],
  ['BIP-38', `6P${'RVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg'}`],
  ['xprv', XPRV],
  ["Solana's key", SOLANA],
  ["Solana's key as bytes", BYTES],
  ["Solana's key as bytes on lines", BYTES.replaceAll(',', ',\n  ')],
  ["Sui's key", mint.plainBech32('suiprivkey', Buffer.from([0, ...mint.bytesOf(1, 32)]))],
  ["Aptos's key", `ed25519-priv-0x${HEX}`],
  ['a named key', `private key: 0x${HEX}`],
  ['a key of a file', `PRIVATE_KEY=0x${HEX}`],
  ['a key in JSON', `{"privateKey":"${HEX}"}`],
  ['twelve words', PHRASE],
  ['24 words', LONG_PHRASE],
  ['words with commas', PHRASE.replaceAll(' ', ', ')],
  ['words on lines', PHRASE.replaceAll(' ', '\n')],
  [
    'numbered words',
    PHRASE.split(' ')
      .map((word, place) => `${place + 1}. ${word}`)
      .join('\n')
  ],
  [
    'words with their numbers',
    PHRASE.split(' ')
      .map((word, place) => `${place + 1}.${word}`)
      .join(' ')
  ],
  ['words in JSON', JSON.stringify(PHRASE.split(' '))],
  ['words in capitals', PHRASE.toUpperCase()],
  ['a mistyped word', PHRASE.replace('sausage', 's4usage')],
  ['words of another script', '的 一 是 在 不 了 有 和 人 这 中 大'],
  ['words with what is added', `my seed ${PHRASE} hunter2`]
];

describe('a private key or recovery phrase', () => {
  it.each(secrets)('is reported and never shown: %s', (_what, text) => {
    const rows = rowsOf(text);
    expect(rows).toMatchObject([{ verdict: 'private-key', address: '', chains: [], suggestedName: null }]);
    expect(rows[0]?.typed).toBe('');
  });

  it.each(secrets)('hides nothing else, and shows no more beside an address: %s', (_what, text) => {
    const rows = rowsOf(`${address} ${text}`);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['good', 'private-key']);
    const shown = JSON.stringify(rows.map(({ typed, suggestedName }) => [typed, suggestedName]));
    expect(shown).toBe(
      JSON.stringify([
        [address, null],
        ['', null]
      ])
    );
  });

  it('is counted each time', () => {
    expect(verdictsOf(`${WIF}\n${HEX} ${SHORT_WIF}\n${address}`)).toEqual([
      'private-key',
      'private-key',
      'private-key',
      'good'
    ]);
  });

  it('never has a part of it shown, whatever text is around it', () => {
    const noise = fc.constantFrom('\n', ' ', ', ', address, 'Cold', '"', '- ', '=');
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        fc.array(noise),
        fc.array(noise),
        ([, text], before, after) => {
          const rows = rowsOf(`${before.join(' ')} ${text} ${after.join(' ')}`);
          const shown = JSON.stringify(
            rows.map(row => [row.typed, row.address, row.suggestedName])
          ).toLowerCase();
          for (const part of text.toLowerCase().match(/\p{L}{5,}|\w{20,}/gu) ?? [])
            expect(shown).not.toContain(part);
        }
      ),
      { numRuns: 600 }
    );
  });

  it('is not reported for addresses, nor for the names of many', () => {
    const all = [mint.hex32(1), mint.ton(0x51, 2), mint.polkadot(3), mint.solana(4), mint.versioned(0x41, 5)];
    expect(verdictsOf(all.join('\n'))).toEqual(Array(5).fill('good'));
    expect(
      verdictsOf(Array.from({ length: 40 }, (_, n) => `Wallet\n${mint.evm(n)}`).join('\n'))
    ).not.toContain('private-key');
    expect(verdictsOf(Array.from({ length: 40 }, (_, n) => `${mint.solana(n)} savings`).join('\n'))).toEqual(
      Array(40).fill('good')
    );
    expect(verdictsOf(`0:${HEX}`)).toEqual(['good']);
  });

  it('is not reported for a few words', () => {
    expect(verdictsOf('these are the wallets of my sister')).toEqual(['not-an-address']);
  });
});
