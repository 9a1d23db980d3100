import { beforeEach, describe, expect, it } from 'vitest';
import { SETUP_EXAMPLE } from '../../../electron/cli/commands';
import { helpText } from '../../../electron/cli/help';
import type { Loaded } from '../../../electron/core/ports/storage';
import type { Keychain, SettingsFile } from '../../../electron/core/ports/ports';
import { CHAINS } from '../../../electron/okx/chains';
import { applySetup } from '../../../electron/profile/setup';
import { DEFAULT_CHOICES } from '../../../shared/domain/default-settings';
import { Failure } from '../../../shared/domain/failure';
import type { Entry } from '../../../shared/schema/activity';
import type { Credentials } from '../../../shared/schema/key';
import type { Settings } from '../../../shared/schema/settings';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { holdingOf, NOW } from '../../fakes/holdings';

const ACCOUNTS = [1, 2, 3].map(n => `13886e05-1265-4b79-8ac3-b7ab4621100${n}`);
const WANTED = {
  apiKey: 'TEST-API-KEY',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'TEST PASSPHRASE',
  wallets: [
    { name: 'Cold wallet', source: 'v5-account', accountId: ACCOUNTS[0] },
    { name: 'Daily', source: 'v5-account', accountId: ACCOUNTS[1], chains: ['1', '56'] }
  ]
};
const SECRETS = [WANTED.apiKey, WANTED.secretKey, WANTED.passphrase];

let stored: Loaded<Settings>;
let secrets: Map<string, Credentials>;
let failing: { keychain?: Failure; write?: Error; read?: Error; activity?: Error };
let entries: Entry[];
let ids: number;
let lastAnswers: () => readonly WalletSnapshot[];
beforeEach(() => {
  stored = { content: null, setAsideAs: null };
  secrets = new Map();
  failing = {};
  entries = [];
  ids = 0;
  lastAnswers = () => [];
});

const keychain: Keychain = {
  async read(keyId) {
    if (failing.keychain) throw failing.keychain;
    const found = secrets.get(keyId);
    if (!found) throw new Failure('key-not-in-keychain');
    return found;
  },
  async write(keyId, credentials, keptIn) {
    if (failing.keychain) throw failing.keychain;
    expect(keptIn).toBe('keychain');
    secrets.set(keyId, credentials);
  },
  async forget(keyId) {
    secrets.delete(keyId);
  }
};
const settings: SettingsFile = {
  async read() {
    if (failing.read) throw failing.read;
    return stored;
  },
  async write(content) {
    if (failing.write) throw failing.write;
    stored = { content, setAsideAs: null };
  }
};
const setUp = async (wanted: unknown = WANTED) => {
  const input = typeof wanted === 'string' ? wanted : JSON.stringify(wanted);
  const result = await applySetup(input, {
    settings,
    keychain,
    lastAnswers: () => lastAnswers(),
    chains: [...CHAINS.values()],
    newId: () => `id-${++ids}`,
    now: () => NOW,
    activity: {
      append: async added => {
        if (failing.activity) throw failing.activity;
        entries.push(...added);
      }
    }
  });
  const text = result.lines.join('\n');
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  return { status: result.exitCode, text };
};
const settingsStored = () => stored.content!;

describe('setup', () => {
  it('saves one key in the keychain and its wallets in the settings, without the secret', async () => {
    const { status, text } = await setUp();
    expect([status, text]).toEqual([0, expect.stringContaining('Saved: Cold wallet, Daily.')]);
    const { apiKey, secretKey, passphrase } = WANTED;
    expect([...secrets]).toEqual([['id-1', { apiKey, secretKey, passphrase, projectId: null }]]);
    expect(settingsStored().keys).toEqual([
      { id: 'id-1', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' }
    ]);
    expect(settingsStored().wallets).toMatchObject([
      { id: 'id-2', name: 'Cold wallet', keyId: 'id-1', accountId: ACCOUNTS[0], chains: [] },
      { id: 'id-3', name: 'Daily', keyId: 'id-1', accountId: ACCOUNTS[1], chains: ['1', '56'] }
    ]);
    for (const secret of SECRETS) expect(JSON.stringify(settingsStored())).not.toContain(secret);
  });

  it('enters the added wallets in the activity once, and says so when it cannot', async () => {
    await setUp();
    await setUp();
    expect(entries).toMatchObject([
      { kind: 'wallet-added', at: NOW, worth: null, wallets: [{ name: 'Cold wallet' }, { name: 'Daily' }] }
    ]);
    failing.activity = new Error('ENOSPC');
    const { status, text } = await setUp({ ...WANTED, wallets: [{ ...WANTED.wallets[0], name: 'Third' }] });
    expect([status, text]).toEqual([0, expect.stringContaining('The activity could not be written')]);
    expect(settingsStored().wallets).toHaveLength(3);
  });

  it('run twice changes nothing', async () => {
    await setUp();
    const before = [structuredClone(settingsStored()), new Map(secrets)];
    expect((await setUp()).status).toBe(0);
    expect([settingsStored(), secrets]).toEqual(before);
  });

  it('replaces a wallet by its name, keeps its ID, and leaves the others and the choices unchanged', async () => {
    await setUp();
    stored = {
      content: { ...settingsStored(), choices: { ...DEFAULT_CHOICES, isHidden: true } },
      setAsideAs: null
    };
    await setUp({ ...WANTED, wallets: [{ ...WANTED.wallets[1], accountId: ACCOUNTS[2] }] });
    expect(settingsStored().wallets).toMatchObject([
      { id: 'id-2', name: 'Cold wallet', accountId: ACCOUNTS[0] },
      { id: 'id-3', name: 'Daily', accountId: ACCOUNTS[2] }
    ]);
    expect(settingsStored().choices.isHidden).toBe(true);
  });

  it('with the same API key replaces the secret under the same ID', async () => {
    await setUp();
    await setUp({ ...WANTED, secretKey: 'RENEWED', host: 'https://web3.okx.com' });
    expect(settingsStored().keys).toMatchObject([{ id: 'id-1', host: 'https://web3.okx.com' }]);
    expect(secrets.get('id-1')?.secretKey).toBe('RENEWED');
    expect(secrets.size).toBe(1);
  });

  it('with another API key adds a second one', async () => {
    await setUp();
    await setUp({ ...WANTED, apiKey: 'SECOND', wallets: [{ ...WANTED.wallets[0], name: 'Third' }] });
    expect(settingsStored().keys).toHaveLength(2);
    expect(secrets.size).toBe(2);
    expect(settingsStored().wallets.map(({ name }) => name)).toEqual(['Cold wallet', 'Daily', 'Third']);
    expect(settingsStored().wallets[2]?.keyId).toBe(settingsStored().keys[1]?.id);
  });

  it('accepts addresses too, and a key with only addresses gets the host that OKX documents for them', async () => {
    const address = '0xa03400e098f4421b34a3a44a1b4e571419517687';
    const byAddress = { name: 'Address', source: 'v6-address', address, chains: ['1', '8453'] };
    expect((await setUp({ ...WANTED, wallets: [byAddress] })).status).toBe(0);
    expect(settingsStored().keys).toMatchObject([{ host: 'https://web3.okx.com' }]);
    expect(settingsStored().wallets).toEqual([{ ...byAddress, id: 'id-2', keyId: 'id-1' }]);
    await setUp({
      ...WANTED,
      apiKey: 'SECOND',
      wallets: [...WANTED.wallets, { ...byAddress, name: 'Other' }]
    });
    expect(settingsStored().keys).toMatchObject([
      { host: 'https://web3.okx.com', name: 'OKX' },
      { host: 'https://www.okx.com', name: 'OKX 2' }
    ]);
    expect(settingsStored().wallets.map(({ keyId }) => keyId)).toEqual(['id-1', 'id-4', 'id-4', 'id-4']);
  });

  it('sends a known key to no other host, unless the input names one', async () => {
    await setUp();
    const byAddress = {
      name: 'Address',
      source: 'v6-address',
      address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
      chains: ['1']
    };
    await setUp({ ...WANTED, wallets: [byAddress] });
    expect(settingsStored().keys).toMatchObject([{ id: 'id-1', host: 'https://www.okx.com' }]);
    await setUp({ ...WANTED, host: 'web3.okx.com', wallets: [byAddress] });
    expect(settingsStored().keys).toMatchObject([{ id: 'id-1', host: 'https://web3.okx.com' }]);
  });

  it('warns of a host that is not OKX’s own', async () => {
    const { status, text } = await setUp({ ...WANTED, host: 'okx.proxy.example' });
    expect([status, text]).toEqual([
      0,
      expect.stringMatching(
        /“okx” in its name but does not belong to OKX.* sent to okx\.proxy\.example, which is not OKX/
      )
    ]);
  });

  it('accepts the output of PowerShell with its byte order mark', async () => {
    expect((await setUp(`\uFEFF${JSON.stringify(WANTED)}\r\n`)).status).toBe(0);
  });

  it('reports that damaged settings were set aside', async () => {
    stored = { content: null, setAsideAs: '/here/config.damaged-1.json' };
    expect((await setUp()).text).toContain('/here/config.damaged-1.json');
  });
});

it('the example of the help is taken when its placeholders are filled in', async () => {
  const filled = SETUP_EXAMPLE.slice(1, -1)
    .join('\n')
    .replace('YOUR API KEY', WANTED.apiKey)
    .replace('YOUR SECRET KEY', WANTED.secretKey)
    .replace('YOUR PASSPHRASE', WANTED.passphrase)
    .replace('ITS ACCOUNT ID', ACCOUNTS[0]!)
    .replace('0xADDRESS', '0xa03400e098f4421b34a3a44a1b4e571419517687');
  expect((await setUp(filled)).status).toBe(0);
  expect(stored.content?.wallets.map(({ name }) => name)).toEqual(['Savings', 'Daily']);
  expect(helpText('setup')).toContain(SETUP_EXAMPLE.join('\n'));
});

describe('setup with bad input', () => {
  const [wallet] = WANTED.wallets;
  it.each<[string, unknown, RegExp]>([
    ['nothing', '', /not JSON/],
    ['no JSON', `{"secretKey": "${WANTED.secretKey}"`, /not JSON/],
    ['a bare text', `"${WANTED.secretKey}"`, /^input \(line 1\): /],
    ['a list', [WANTED], /^input \(line 1\): /],
    ['no secret', { ...WANTED, secretKey: undefined }, /^secretKey \(line 1\): /m],
    ['a blank passphrase', { ...WANTED, passphrase: '  ' }, /^passphrase \(line 1\): /m],
    [
      'a secret of other letters',
      { ...WANTED, secretKey: `${WANTED.secretKey}ü` },
      /^secretKey \(line 1\): /m
    ],
    ['a secret that is a number', { ...WANTED, secretKey: 5 }, /^secretKey \(line 1\): /m],
    [
      'an unknown field',
      { ...WANTED, secret: WANTED.secretKey },
      /^secret \(line 1\): This field is not known here\. Did you mean "secretKey"\?/m
    ],
    [
      'a field that is a secret',
      { ...WANTED, [WANTED.secretKey]: 1 },
      /^input \(line 1\): This field is not known here\. Known: apiKey, secretKey, /m
    ],
    [
      'a mistyped field of a wallet',
      { ...WANTED, wallets: [{ ...wallet, acountId: 'x' }] },
      /^wallets\.0\.acountId \(line 1\): This field is not known here\. Did you mean "accountId"\?/m
    ],
    [
      'an unknown field of a wallet',
      { ...WANTED, wallets: [{ ...wallet, x: 1 }] },
      /^wallets\.0\.x \(line 1\): .* Known: name, group, source, accountId, address, chains\./m
    ],
    ['no wallets', { ...WANTED, wallets: [] }, /^wallets \(line 1\): /m],
    ['two wallets of one name', { ...WANTED, wallets: [wallet, wallet] }, /same name/],
    ['a wallet without account', { ...WANTED, wallets: [{ ...wallet, accountId: '' }] }, /^wallets\.0/m],
    [
      'an address without chains',
      {
        ...WANTED,
        wallets: [
          {
            name: 'A',
            source: 'v6-address',
            address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
            chains: []
          }
        ]
      },
      /^wallets\.0\.chains \(line 1\): /m
    ],
    ['another source', { ...WANTED, wallets: [{ ...wallet, source: WANTED.secretKey }] }, /^wallets\.0/m],
    [
      'a chain that is none',
      { ...WANTED, wallets: [{ ...wallet, chains: [WANTED.apiKey] }] },
      /^wallets\.0/m
    ],
    [
      'a host without TLS',
      { ...WANTED, host: 'http://www.okx.com' },
      /^host \(line 1\): Only https protects a key/m
    ],
    [
      'a host with a password',
      { ...WANTED, host: `https://me:${WANTED.secretKey}@www.okx.com` },
      /^host \(line 1\): /m
    ]
  ])(
    '(%s) names what is wrong, repeats nothing of it, and changes nothing',
    async (_what, wanted, message) => {
      const { status, text } = await setUp(wanted);
      expect(status).toBe(2);
      expect(text).toMatch(message);
      expect(text).toMatch(/Nothing was changed\.$/);
      expect([stored.content, secrets.size]).toEqual([null, 0]);
    }
  );
});

describe('setup that cannot save', () => {
  it.each(['keychain-missing', 'keychain-locked', 'keychain-denied'] as const)(
    '(%s) changes nothing',
    async code => {
      await setUp();
      const before = structuredClone(settingsStored());
      failing.keychain = new Failure(code);
      const { status, text } = await setUp({ ...WANTED, host: 'https://web3.okx.com' });
      expect([status, text]).toEqual([1, expect.stringMatching(/keychain.*\nNothing was changed\.$/i)]);
      expect(settingsStored()).toEqual(before);
    }
  );

  it('leaves no new key behind when the settings cannot be written', async () => {
    failing.write = new Error(`ENOSPC ${WANTED.secretKey}`);
    const { status, text } = await setUp();
    expect([status, text]).toEqual([1, expect.stringMatching(/Nothing was changed\.$/)]);
    expect(secrets.size).toBe(0);
  });

  it('puts the old secret back when the settings cannot be written', async () => {
    await setUp();
    failing.write = new Error('ENOSPC');
    await setUp({ ...WANTED, secretKey: 'RENEWED' });
    expect(secrets.get('id-1')?.secretKey).toBe(WANTED.secretKey);
  });

  it('ends with a sentence when the settings cannot be read', async () => {
    failing.read = new Error('EACCES');
    expect((await setUp()).status).toBe(1);
    expect(secrets.size).toBe(0);
  });
});

describe('setup of what is watched already', () => {
  const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';
  const addressWallet = (name: string, address = ADDRESS) => ({
    name,
    source: 'v6-address',
    address,
    chains: ['1']
  });
  const { apiKey, secretKey, passphrase } = WANTED;
  const credentials = { apiKey, secretKey, passphrase };

  it('saves it and names the wallets that watch the same, however the address is written', async () => {
    const wallets = [addressWallet('Main'), addressWallet('Cold', `0x${ADDRESS.slice(2).toUpperCase()}`)];
    const { status, text } = await setUp({ ...credentials, wallets });
    expect(status).toBe(0);
    expect(text).toContain('Cold: already watched by Main. The total counts it once, in the first wallet.');
    expect(text.indexOf('already watched')).toBeLessThan(text.indexOf('Saved: '));
    expect(settingsStored().wallets).toHaveLength(2);
  });

  it('recognises the address of an account by its last answer', async () => {
    await setUp();
    const holdings = [holdingOf({ walletId: 'id-2', address: ADDRESS })];
    lastAnswers = () => [{ walletId: 'id-2', asked: '', parts: [], holdings, failure: null }];
    const { text } = await setUp({ ...credentials, wallets: [addressWallet('Third')] });
    expect(text).toContain('Third: already watched by Cold wallet.');
  });

  it('says nothing of wallets that watch different things, and of one that is replaced', async () => {
    const wallets = [
      addressWallet('Main'),
      addressWallet('Cold', '0xb000000000000000000000000000000000000001')
    ];
    await setUp({ ...credentials, wallets });
    const { text } = await setUp({ ...credentials, wallets });
    expect(text).not.toContain('already watched');
  });

  it('needs no answers to be saved', async () => {
    lastAnswers = () => {
      throw new Error('unreadable');
    };
    expect((await setUp()).status).toBe(0);
  });
});
