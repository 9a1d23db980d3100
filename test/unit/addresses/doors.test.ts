// One table of texts, asked at the doors of this room: a paste, one address, a field for an account, a name.
import { describe, expect, it } from 'vitest';
import { isSecretText, judgeAddress, judgeField, judgeForm } from '../../../electron/addresses/fields';
import { review } from '../../../electron/addresses/review';
import { CHAINS } from '../../../electron/okx/chains';
import { AddressReview } from '../../../shared/schema/address-review';
import { GOOD_TEXTS, OTHER_TEXTS, SECRET_TEXTS, telltales, TYPED_TEXTS } from './typed-texts';
import * as mint from './mint';

const chains = [...CHAINS.values()];
const reviewOf = (text: string) => AddressReview.parse(review(text, { watched: [], chains }));
const ACCOUNT = '13886e05-1265-4b79-8ac3-b7ab46211001';

it('the table has some sixty texts, each once', () => {
  expect(TYPED_TEXTS.length).toBeGreaterThan(60);
  expect(new Set(TYPED_TEXTS.map(({ text, chain }) => `${chain} ${text}`)).size).toBe(TYPED_TEXTS.length);
});

describe('one address with its chain', () => {
  it.each(TYPED_TEXTS)('$what', ({ text, chain, says }) => {
    expect(judgeAddress(text, [chain], chains)).toMatchObject(says);
  });
});

describe('a paste', () => {
  it.each(GOOD_TEXTS)('can be watched: $what', ({ text, chain, says }) => {
    const [row, ...more] = reviewOf(text).rows;
    expect(more).toEqual([]);
    expect(row).toMatchObject({ verdict: 'good', ...says });
    expect(row?.chains).toContain(chain);
  });

  it.each(
    OTHER_TEXTS.filter(
      ({ says }) => 'problem' in says && !['wrong-chain', 'not-an-address'].includes(says.problem)
    )
  )('is called by its name: $what', ({ text, says }) => {
    const problem = 'problem' in says ? says.problem : '';
    const name = 'problem' in says && 'coin' in says ? { coin: says.coin } : {};
    expect(reviewOf(text).rows).toMatchObject([{ verdict: problem, address: '', chains: [], ...name }]);
  });

  it.each(SECRET_TEXTS.filter(({ text }) => !/^0x[0-9a-f]{64}$/.test(text)))(
    'shows nothing of a secret: $what',
    typed => {
      const shown = JSON.stringify(reviewOf(typed.text));
      expect(shown).toContain('private-key');
      for (const part of telltales(typed)) expect(shown).not.toContain(part);
    }
  );

  it('asks whether 0x and 64 digits are an address', () => {
    expect(reviewOf(mint.hex32(3)).rows).toMatchObject([
      { verdict: 'good', caution: 'could-be-private-key' }
    ]);
  });

  it('proposes the chain that was named with the address, and no chain that is not offered', () => {
    const named = (text: string) => reviewOf(text).rows[0]?.namedChain;
    const evm = mint.evm(1);
    expect(named(`base:${evm}`)).toBe('8453');
    expect(named(`https://arbiscan.io/address/${evm}`)).toBe('42161');
    expect(named(`eip155:99999:${evm}`)).toBeUndefined();
    expect(named(`sep:${evm}`)).toBeUndefined();
    expect(named(evm)).toBeUndefined();
  });
});

describe('an exported list', () => {
  const [one, two] = [mint.evm(1), mint.versioned(0, 2)];
  const namesOf = (text: string) =>
    reviewOf(text).rows.map(({ suggestedName, address }) => [suggestedName, address]);

  it.each([
    [
      'commas and quotes',
      `"Name","Address","Chain"\n"Main, cold",${one},Ethereum\n"Say ""hi""",${two},Bitcoin`
    ],
    ['semicolons', `Chain;Wallet address;Label\nEthereum;${one};Main, cold\nBitcoin;"${two}";Say "hi"`],
    ['tabs', `\ufeffname\taddress\tnote\nMain, cold\t${one}\tof 2019\nSay "hi"\t${two}\t`],
    ['Chinese titles', `名称,地址\n"Main, cold",${one}\n"Say ""hi""",${two}`]
  ])('with %s gives each address its name and nothing else', (_kind, text) => {
    expect(namesOf(text)).toEqual([
      ['Main, cold', one],
      ['Say "hi', two]
    ]);
  });

  it('is none where a name is a title, and loses no address of a row that is out of its columns', () => {
    expect(namesOf(`Account,${one}\nAddress;${two}`)).toEqual([
      ['Account', one],
      ['Address', two]
    ]);
    expect(namesOf(`name,address\nMain, cold,${one}`)).toEqual([['Main cold', one]]);
  });

  it('names the lines whose address cannot be watched', () => {
    const rows = reviewOf(`name,address\nA,vitalik.eth\nB,hello\nC,${one}`).rows;
    expect(rows.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'domain-name'],
      [3, 'not-an-address'],
      [4, 'good']
    ]);
  });

  it('shows nothing of a column of keys', () => {
    const key = mint.bytesOf(11, 32).toString('hex');
    const reviewed = reviewOf(
      `name,address,private key\nMain,${one},${key}\nCold,${two},${key.toUpperCase()}`
    );
    expect(reviewed.rows.map(({ verdict }) => verdict)).toEqual([
      'good',
      'private-key',
      'good',
      'private-key'
    ]);
    expect(JSON.stringify(reviewed).toLowerCase()).not.toContain(key);
  });
});

describe('a field for an account', () => {
  it('takes UUIDs and nothing else', () => {
    expect(judgeField('accountId', ACCOUNT)).toBeNull();
    expect(judgeField('accountId', ` ${ACCOUNT.toUpperCase()}\n`)).toBeNull();
    for (const text of ['a-1', ACCOUNT.slice(1), `${ACCOUNT}0`, 'a\u202eb', '13886e05', 'vitalik.eth'])
      expect([text, judgeField('accountId', text)]).toEqual([text, 'not-an-account']);
    expect(judgeField('accountId', ' ')).toBe('missing');
  });

  it.each(GOOD_TEXTS)('says where an address belongs, or that it takes none: $what', ({ text }) => {
    expect(judgeField('accountId', text)).toMatch(/^(address-for-account|not-an-account|private-key)$/);
  });

  it('says that an address is one', () => {
    for (const text of [mint.evm(1), `base:${mint.evm(1)}`, mint.solana(2)])
      expect(judgeField('accountId', text)).toBe('address-for-account');
  });
});

describe('a secret in any field', () => {
  it.each(SECRET_TEXTS)('is refused as one: $what', ({ text }) => {
    for (const field of ['name', 'apiKey', 'secretKey', 'projectId', 'accountId', 'host'] as const)
      expect([field, judgeField(field, text)]).toEqual([field, 'private-key']);
    expect(isSecretText(text)).toBe(true);
  });

  it('is refused as a passphrase where it is longer than one may be', () => {
    for (const { text } of SECRET_TEXTS.filter(typed => typed.text.length > 32))
      expect(judgeField('passphrase', text)).toBe('private-key');
    expect(judgeField('passphrase', 'Sesame-Open-2026!')).toBeNull();
  });

  it('is none in what OKX gives out, and in ordinary names', () => {
    expect(judgeField('apiKey', ACCOUNT)).toBeNull();
    expect(judgeField('secretKey', '0123456789ABCDEF0123456789ABCDEF')).toBeNull();
    for (const name of ['Cold wallet', '冷钱包', 'Ledger (Anna’s) 2024', '🦊', 'the wallets of my sister'])
      expect([name, judgeField('name', name)]).toEqual([name, null]);
  });
});

describe('a form', () => {
  const FORM = {
    name: 'Cold wallet',
    apiKey: 'key-1',
    secretKey: 'secret-1',
    passphrase: 'my pass',
    projectId: '',
    accountId: ACCOUNT,
    host: 'https://www.okx.com',
    chains: [],
    thisSessionOnly: false
  };
  const judged = (change: object, isWatched = false) => judgeForm({ ...FORM, ...change }, chains, isWatched);

  it('is valid when filled in, with blanks around the values and without the optional fields', () => {
    expect(judged({})).toBe(null);
    expect(judged({ apiKey: ' key-1\n', projectId: ' ', host: 'www.okx.com' })).toBe(null);
    expect(judged({ host: 'http://127.0.0.1:8080' })).toBe(null);
    const addresses = [{ name: 'A', address: mint.evm(1), chains: ['1'] }];
    expect(judged({ accountId: '', addresses })).toBe(null);
  });

  it('keeps the account of a wallet that an earlier version took', () => {
    expect(judged({ accountId: 'a-1' })).toMatchObject({ problem: 'not-an-account' });
    expect(judged({ accountId: 'a-1' }, true)).toBe(null);
    expect(judged({ accountId: mint.bytesOf(1, 32).toString('hex') }, true)).toMatchObject({
      problem: 'private-key'
    });
  });

  it.each([
    [{ apiKey: '' }, 'apiKey', 'missing'],
    [{ apiKey: 'ключ' }, 'apiKey', 'not-printable'],
    [{ apiKey: 'two words' }, 'apiKey', 'not-printable'],
    [{ secretKey: ' \t' }, 'secretKey', 'missing'],
    [{ passphrase: '' }, 'passphrase', 'missing'],
    [{ passphrase: 'a\u0000b' }, 'passphrase', 'not-printable'],
    [{ accountId: '' }, 'accountId', 'missing'],
    [{ accountId: 'a\u202eb' }, 'accountId', 'not-an-account'],
    [{ projectId: 'a b' }, 'projectId', 'not-printable'],
    [{ host: '' }, 'host', 'missing'],
    [{ host: 'https://www.okx.com/api' }, 'host', 'not-a-host'],
    [{ host: 'http://www.okx.com' }, 'host', 'not-https'],
    [{ addresses: [{ name: 'A', address: mint.evm(1), chains: [] }] }, 'addresses', 'missing'],
    [{ addresses: [{ name: 'A', address: mint.evm(1), chains: ['501'] }] }, 'addresses', 'not-an-address'],
    [{ addresses: [{ name: 'A', address: 'vitalik.eth', chains: ['1'] }] }, 'addresses', 'not-an-address']
  ] as const)('with %j is wrong in the field %s: %s', (change, field, problem) =>
    expect(judged(change)).toEqual({ outcome: 'invalid', field, problem })
  );
});
