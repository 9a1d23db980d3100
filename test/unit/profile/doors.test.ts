// The table of typed texts at the doors of files: `tokentray setup` and the import of settings.
import { describe, expect, it } from 'vitest';
import { CHAINS } from '../../../electron/okx/chains';
import { previewImport } from '../../../electron/profile/import/import-preview';
import { applySetup } from '../../../electron/profile/setup';
import { ownerOf } from '../../../shared/domain/sources';
import { canonicalAddress } from '../../../shared/domain/token-identity';
import { EMPTY_SETTINGS } from '../../../shared/domain/default-settings';
import type { Settings } from '../../../shared/schema/settings';
import { DOOR_TEXT, FORM_PROBLEM_TEXT, verdictSentence } from '../../../shared/text/door-text';
import { GOOD_TEXTS, SECRET_TEXTS, telltales, TYPED_TEXTS, type TypedText } from '../addresses/typed-texts';

const chains = [...CHAINS.values()];
const KEY = { apiKey: 'TEST-API-KEY', secretKey: 'TEST-SECRET', passphrase: 'TEST PASSPHRASE' };
const ACCOUNT = '13886e05-1265-4b79-8ac3-b7ab46211001';
const account = { name: 'Main', source: 'v5-account', accountId: ACCOUNT };

async function setUp(input: object) {
  const written: unknown[] = [];
  let count = 0;
  const result = await applySetup(JSON.stringify(input, null, 1), {
    settings: {
      read: async () => ({ content: null, setAsideAs: null }),
      write: async content => void written.push(content)
    },
    keychain: {
      read: async () => KEY as never,
      write: async (...entry) => void written.push(entry),
      forget: async () => undefined
    },
    lastAnswers: () => [],
    chains,
    newId: () => `new-${++count}`,
    now: () => 0,
    activity: { append: async () => undefined }
  });
  return { ...result, text: result.lines.join('\n'), written };
}

function imported(change: { wallets?: object[]; keys?: object[] }) {
  const file = {
    kind: 'tokentray-settings',
    version: 1,
    keys: [{ id: 'k', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' }],
    wallets: [],
    choices: {},
    ...change
  };
  return previewImport(JSON.stringify(file, null, 1), EMPTY_SETTINGS, chains, () => 'new');
}

/** The sentence that every door says of a text where an address belongs; null: it is taken. */
function sentenceOf({ says, chain }: TypedText): string | null {
  if ('address' in says) return null;
  return says.problem === 'wrong-chain'
    ? DOOR_TEXT.wrongChain(chain)
    : verdictSentence(says.problem, says.coin);
}

const savedOf = ({ says }: TypedText) => canonicalAddress('address' in says ? says.address : '');

/** zod refuses a text of more than 256 characters, and the door says what it is all the same. */
const addressWallet = ({ text, chain }: TypedText) => ({
  name: 'A',
  source: 'v6-address',
  address: text,
  chains: [chain]
});

describe('an address in a file', () => {
  it.each(TYPED_TEXTS)('is judged by setup as in the window: $what', async typed => {
    const { exitCode, text, written } = await setUp({ ...KEY, wallets: [account, addressWallet(typed)] });
    const sentence = sentenceOf(typed);
    if (sentence === null) {
      expect([exitCode, text]).toEqual([0, expect.stringContaining('Saved: Main, A.')]);
      const settings = written.find(each => !Array.isArray(each)) as Settings;
      expect(settings.wallets.map(wallet => canonicalAddress(ownerOf(wallet)))[1]).toBe(savedOf(typed));
      return;
    }
    expect([exitCode, written]).toEqual([2, []]);
    expect(text).toMatch(/^wallets\.1\.(address|chains) \(line 1[0-9]\): /m);
    expect(text).toContain(sentence);
    for (const part of telltales(typed)) expect(text).not.toContain(part);
  });

  it.each(TYPED_TEXTS)('is judged by the import of settings too: $what', typed => {
    const wallets = [{ ...addressWallet(typed), id: 'w', keyId: 'k' }];
    const preview = imported({ wallets });
    const sentence = sentenceOf(typed);
    if (sentence === null) {
      if ('problem' in preview) throw new Error(preview.problem);
      expect(preview.plan.added.map(wallet => canonicalAddress(ownerOf(wallet)))).toEqual([savedOf(typed)]);
      return;
    }
    expect(preview).toMatchObject({ problem: expect.stringContaining(sentence) });
    for (const part of telltales(typed)) expect(JSON.stringify(preview)).not.toContain(part);
  });
});

describe('a secret in a file', () => {
  const places: [where: string, of: (text: string) => object, name: RegExp][] = [
    [
      'account',
      text => ({ ...KEY, wallets: [{ ...account, accountId: text }] }),
      /^wallets\.0\.accountId \(line 9\): /m
    ],
    ['name', text => ({ ...KEY, wallets: [{ ...account, name: text }] }), /^wallets\.0\.name \(line 7\): /m],
    ['apiKey', text => ({ ...KEY, apiKey: text, wallets: [account] }), /^apiKey \(line 2\): /m],
    ['secretKey', text => ({ ...KEY, secretKey: text, wallets: [account] }), /^secretKey \(line 3\): /m],
    ['projectId', text => ({ ...KEY, projectId: text, wallets: [account] }), /^projectId \(line 5\): /m],
    ['host', text => ({ ...KEY, host: text, wallets: [account] }), /^host \(line 5\): /m],
    ['unknown field', text => ({ ...KEY, note: text, wallets: [account] }), /^input \(line 1\): /m]
  ];

  it.each(places.flatMap(place => SECRET_TEXTS.map(typed => [place[0], typed.what, typed, place] as const)))(
    'is refused by setup, kept nowhere and not repeated: %s, %s',
    async (_where, _what, typed, [, of, name]) => {
      const { exitCode, text, written } = await setUp(of(typed.text));
      expect([exitCode, written]).toEqual([2, []]);
      expect(text).toMatch(name);
      expect(text).toContain(FORM_PROBLEM_TEXT['private-key']);
      for (const part of telltales(typed)) expect(text).not.toContain(part);
    }
  );

  it.each(SECRET_TEXTS)('is refused by the import of settings: $what', typed => {
    const wallet = { ...account, id: 'w', keyId: 'k', chains: [] };
    const key = { id: 'k', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' };
    const files = [
      { wallets: [{ ...wallet, accountId: typed.text }] },
      { wallets: [{ ...wallet, name: typed.text }] },
      { keys: [{ ...key, name: typed.text }] },
      { keys: [{ ...key, host: typed.text }] }
    ];
    for (const file of files) {
      const preview = imported(file);
      expect(preview).toMatchObject({ problem: expect.stringContaining(FORM_PROBLEM_TEXT['private-key']) });
      for (const part of telltales(typed)) expect(JSON.stringify(preview)).not.toContain(part);
    }
  });
});

describe('an account in a file', () => {
  it.each(GOOD_TEXTS)('takes no address: $what', async ({ text }) => {
    const { exitCode, text: lines } = await setUp({ ...KEY, wallets: [{ ...account, accountId: text }] });
    expect(exitCode).toBe(2);
    expect(lines).toMatch(/^wallets\.0\.accountId \(line 9\): /m);
  });

  it('that an earlier version took is imported where its wallet is here already', () => {
    const wallet = {
      id: 'w',
      name: 'Old',
      keyId: 'k',
      source: 'v5-account' as const,
      accountId: 'a-1',
      chains: []
    };
    const before: Settings = {
      ...EMPTY_SETTINGS,
      keys: [{ id: 'k', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' }],
      wallets: [wallet]
    };
    const file = JSON.stringify({ version: 1, keys: before.keys, wallets: [wallet], choices: {} });
    expect(previewImport(file, before, chains, () => 'new')).toHaveProperty('plan');
    expect(previewImport(file, EMPTY_SETTINGS, chains, () => 'new')).toMatchObject({
      problem: expect.stringContaining(FORM_PROBLEM_TEXT['not-an-account'])
    });
  });
});

describe('every wrong field', () => {
  it('is named at once, with the line of its own, in the order of the text', async () => {
    const { text } = await setUp({
      ...KEY,
      apiKey: '',
      host: 'http://www.okx.com',
      wallets: [
        { ...account, accountId: 'x' },
        { name: 'B', source: 'v6-address', address: 'vitalik.eth', chains: ['1'] }
      ]
    });
    expect(text.split('\n').map(line => line.replace(/:.*/, ''))).toEqual([
      'apiKey (line 2)',
      'host (line 5)',
      'wallets.0.accountId (line 10)',
      'wallets.1.address (line 15)',
      'Nothing was changed.'
    ]);
  });

  it('has the line where the text stops being JSON', async () => {
    const ports = {
      settings: { read: async () => Promise.reject(new Error('EACCES')) } as never,
      keychain: {} as never,
      lastAnswers: () => [],
      chains,
      newId: () => 'x',
      now: () => 0,
      activity: {} as never
    };
    const broken = `{\n "apiKey": "a",\n "secretKey" "b"\n}`;
    expect((await applySetup(broken, ports)).lines).toEqual([
      'Standard input is not JSON (line 3). Nothing was changed.'
    ]);
  });
});
