// Tests invalid and hostile settings files, and the sentences about each.
import { describe, expect, it } from 'vitest';
import { settingsExportText } from '../../../../electron/core/settings/export-settings';
import { CHAINS } from '../../../../electron/okx/chains';
import { previewImport } from '../../../../electron/profile/import/import-preview';
import { MAX_INPUT_BYTES } from '../../../../electron/cli/standard-input';
import { EMPTY_SETTINGS } from '../../../../shared/domain/default-settings';
import { Settings } from '../../../../shared/schema/settings';

const KEY = { id: 'k', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' };
const WALLET = {
  id: 'w',
  name: 'Cold',
  keyId: 'k',
  source: 'v6-address',
  address: '0xa03400E098F4421b34a3a44A1B4e571419517687',
  chains: ['1']
};
const FILE = { kind: 'tokentray-settings', version: 1, keys: [KEY], wallets: [WALLET], choices: {} };
const previewed = (content: unknown) =>
  previewImport(
    typeof content === 'string' ? content : JSON.stringify(content),
    EMPTY_SETTINGS,
    [...CHAINS.values()],
    () => 'new'
  );
const problemOf = (content: unknown) => {
  const answer = previewed(content);
  return 'problem' in answer ? answer.problem : null;
};
const planOf = (content: unknown) => {
  const answer = previewed(content);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
};

describe('a settings file', () => {
  it('is described in sentences before anything changes', () => {
    expect(planOf(FILE).lines).toEqual([
      'Adds: Cold.',
      'The key OKX (www.okx.com) has no secret in the file: enter it under Wallets and keys, then its wallets are read.'
    ]);
  });

  it('gives a warning when its key would be sent to a host of somebody else', () => {
    const lines = planOf({ ...FILE, keys: [{ ...KEY, host: 'https://okx.com.evil.example' }] }).lines.join(
      '\n'
    );
    expect(lines).toMatch(/okx\.com\.evil\.example/);
    expect(lines).toMatch(/does not belong to OKX/);
  });

  it('may be the config.json of a profile, also in the format before', () => {
    const { choices } = EMPTY_SETTINGS;
    expect(planOf({ version: 1, keys: [KEY], wallets: [WALLET], choices }).plan.added).toHaveLength(1);
    expect(planOf({ keys: [KEY], wallets: [WALLET], choices: {} }).plan.added).toHaveLength(1);
    expect(planOf(`\uFEFF${JSON.stringify(FILE)}`).plan.added).toHaveLength(1);
  });

  it('names choices that this version does not know', () => {
    expect(planOf({ ...FILE, choices: { theme: 'dark', colourOfMoon: 1 } }).lines).toContain(
      'Not known to this version, so left out: colourOfMoon.'
    );
  });
});

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a hostile file', () => {
  it.each<[string, unknown, RegExp]>([
    ['nothing', '', /not JSON/],
    ['no JSON', 'apiKey=1', /not JSON/],
    ['a number', '7', /no Tokentray settings/],
    ['a list', '[]', /no Tokentray settings/],
    ['null', 'null', /no Tokentray settings/],
    ['another object', '{"a":1}', /no Tokentray settings/],
    ['a newer format', { ...FILE, version: 2 }, /newer Tokentray \(format 2; this one reads up to 1\)/],
    ['megabytes', `"${'x'.repeat(MAX_INPUT_BYTES)}"`, /too large/],
    ['a field at the top', { ...FILE, secretKey: 'S3CRET' }, /not known here/],
    [
      'a secret in a key',
      { ...FILE, keys: [{ ...KEY, secretKey: 'S3CRET' }] },
      /keys\.0\.secretKey \(line 1\): .*not known/
    ],
    ['a field in a wallet', { ...FILE, wallets: [{ ...WALLET, extra: 1 }] }, /wallets\.0/],
    ['a wallet of a key that is not there', { ...FILE, keys: [] }, /names a key/],
    ['two wallets with one ID', { ...FILE, wallets: [WALLET, WALLET] }, /same id/],
    ['http', { ...FILE, keys: [{ ...KEY, host: 'http://evil.example' }] }, /Only https protects a key/],
    [
      'a host with a path',
      { ...FILE, keys: [{ ...KEY, host: 'https://a.example/x?y' }] },
      /Not a host address/
    ],
    ['a wrong type', { ...FILE, choices: { theme: 7 } }, /choices\.theme/],
    ['an interval of nothing', { ...FILE, choices: { visibleIntervalMs: 1 } }, /choices\.visibleIntervalMs/],
    [
      'thousands of wallets',
      { ...FILE, wallets: Array.from({ length: 801 }, (_, at) => ({ ...WALLET, id: `${at}` })) },
      /wallets/
    ],
    [
      'an address with a line end',
      { ...FILE, wallets: [{ ...WALLET, address: '0xabc\nX: y' }] },
      /wallets\.0\.address/
    ],
    [
      'a name of nothing but marks',
      { ...FILE, wallets: [{ ...WALLET, name: '\u202e\u0000' }] },
      /wallets\.0\.name/
    ],
    ['a deep list', `{"version":1,"keys":${deep(100_000)}}`, /keys/]
  ])('is refused: %s', (_, content, why) => {
    const problem = problemOf(content);
    expect(problem).toMatch(why);
    expect(problem).not.toContain('S3CRET');
    expect(problem!.length).toBeLessThan(500);
  });

  it('sets no prototype, and its names are shown without misleading characters', () => {
    const text = JSON.stringify({
      ...FILE,
      wallets: [{ ...WALLET, id: '__proto__', name: 'a\u202eb\ud800' }]
    }).replace(
      '"choices":{}',
      '"verdicts":{"__proto__":"count","w/1":"keep-out"},"choices":{"__proto__":{"theme":"dark"}}'
    );
    const { settings } = planOf(text).plan;
    expect(settings.wallets).toMatchObject([{ id: 'new', name: 'ab' }]);
    expect(Object.getPrototypeOf(settings.choices)).toBe(Object.prototype);
    expect(settings.choices.theme).toBe('system');
    expect(Settings.safeParse(JSON.parse(JSON.stringify(settings))).success).toBe(true);
    expect(({} as { theme?: string }).theme).toBeUndefined();
  });

  it('does not print its own text on a terminal', () => {
    const problem = problemOf({ ...FILE, verdicts: { '\u001b[31mred': 'x' } });
    expect(problem).toMatch(/verdicts\./);
    expect(problem).not.toContain('\u001b');
    expect(planOf({ ...FILE, choices: { '\u001b[31mred': 1 } }).lines.join()).not.toContain('\u001b');
  });
});

describe('an exported file', () => {
  it('contains neither other stored fields of the settings nor that a key waits', () => {
    const settings = Settings.parse({ ...FILE, keys: [{ ...KEY, isWaiting: true }] });
    const text = settingsExportText({
      ...settings,
      keys: [{ ...settings.keys[0]!, apiKey: 'S3CRET' } as never]
    });
    expect(text).not.toContain('S3CRET');
    expect(JSON.parse(text)).toMatchObject({ kind: 'tokentray-settings', version: 1, keys: [KEY] });
  });
});
