import { describe, expect, it } from 'vitest';
import { updateSnapshot, emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { portfolioFactsOf, reportOf, type ReportKind } from '../../../../electron/core/report/output-formats';
import { barOfRows } from '../../../../electron/core/report/status-bar';
import type { StoredSnapshots, WalletSnapshot } from '../../../../shared/schema/snapshot';
import { answered, chainFacts, failed, holdingOf, NOW, usdc, walletOf } from '../../../fakes/holdings';
import { settingsOf } from '../../../fakes/world';

const STALE_MS = 660_000;
const rows = [
  holdingOf({ balance: '8', price: '2650.43' }),
  holdingOf({
    tokenAddress: '0xf',
    symbol: 'LOOKS',
    balance: '0.6908810093750312',
    price: '0.035834243057603148'
  }),
  usdc({ price: null }),
  usdc({ tokenAddress: '0xbad', isRisky: true, symbol: 'visit' })
];
const TOTAL = '21203.4647571980138270671868009097182176';
const fresh = updateSnapshot(emptySnapshot(walletOf()), answered(rows), NOW);

const stored = (...wallets: WalletSnapshot[]): StoredSnapshots => ({
  version: 1,
  savedAt: NOW,
  staleAfterMs: STALE_MS,
  wallets
});

function report(
  subject: ReportKind,
  format: string,
  files: StoredSnapshots | null,
  choices = {},
  now = NOW + 12_500
) {
  return reportOf(subject, format, portfolioFactsOf(files, settingsOf(undefined, choices), chainFacts, now));
}
const json = (
  ...args: Parameters<typeof report> extends [ReportKind, string, ...infer Rest] ? Rest : never
) => JSON.parse(report('total', 'json', ...args).text);

describe('the total as JSON', () => {
  it('is exact, with its age, its state and its chains', () => {
    expect(json(stored(fresh))).toEqual({
      total: TOTAL,
      currency: 'USD',
      takenAt: '2026-11-22T09:00:00.000Z',
      ageSeconds: 12,
      state: 'fresh',
      complete: true,
      hidden: false,
      chains: [
        { chainIndex: '1', name: 'Ethereum', value: TOTAL },
        { chainIndex: '8453', name: 'Base', value: '0' }
      ],
      notCounted: { risky: 1, unpriced: 1, unverified: 0, waiting: 0 },
      doubts: [],
      schemaVersion: 1
    });
  });

  it('contains no amount while balances are hidden', () => {
    const got = json(stored(fresh), { isHidden: true });
    expect(got).toMatchObject({ total: null, hidden: true, state: 'fresh' });
    expect(got.chains.map(({ value }: { value: unknown }) => value)).toEqual([null, null]);
  });

  it('has no negative age when the clock was set back', () => {
    expect(json(stored(fresh), {}, NOW - 5000).ageSeconds).toBe(0);
  });

  it('is not complete while a wallet of the settings was never answered', () => {
    const settings = settingsOf([walletOf(), walletOf({ id: 'w2', accountId: 'b' })]);
    const { text, exitCode: status } = reportOf(
      'total',
      'json',
      portfolioFactsOf(stored(fresh), settings, chainFacts, NOW)
    );
    expect(JSON.parse(text)).toMatchObject({ total: TOTAL, state: 'stale', complete: false });
    expect(status).toBe(3);
  });

  it('ignores a wallet that is not in the settings', () => {
    const { text } = reportOf(
      'total',
      'json',
      portfolioFactsOf(stored(fresh), settingsOf([]), chainFacts, NOW)
    );
    expect(JSON.parse(text)).toMatchObject({ total: null, state: 'none', complete: false });
  });
});

describe('the state and the exit status', () => {
  const timeout = updateSnapshot(fresh, failed('timeout'), NOW);
  const refused = updateSnapshot(fresh, failed('key-unknown'), NOW);
  it.each([
    ['fresh', 0, stored(fresh), NOW],
    ['stale', 3, stored(fresh), NOW + STALE_MS + 1],
    ['stale', 3, stored(timeout), NOW],
    ['error', 1, stored(refused), NOW],
    ['none', 4, null, NOW],
    ['none', 4, stored(), NOW],
    ['none', 4, stored(updateSnapshot(emptySnapshot(walletOf()), failed('key-unknown'), NOW)), NOW]
  ] as const)('are %s and %d in case %#', (state, status, files, now) => {
    expect(json(files, {}, now).state).toBe(state);
    for (const subject of ['total', 'chains', 'tokens'] as const)
      for (const format of ['json', 'plain'])
        expect(report(subject, format, files, {}, now).exitCode).toBe(status);
  });
});

describe('plain text', () => {
  it.each([
    [stored(fresh), {}, '$21,203.46'],
    [stored(fresh), { isHidden: true }, '•••'],
    [stored(updateSnapshot(fresh, failed('timeout'), NOW)), {}, '$21,203.46  (stale, 12 s old)'],
    [stored(updateSnapshot(fresh, failed('key-unknown'), NOW)), {}, '$21,203.46  (failing, 12 s old)'],
    [null, {}, 'No data yet']
  ])('of the total in case %#', (files, choices, text) =>
    expect(report('total', 'plain', files, choices).text).toBe(text)
  );

  it('names chains and tokens, with the reason if they do not count', () => {
    expect(report('chains', 'plain', stored(fresh)).text).toBe(
      'Ethereum\t$21,203.46\t100.0\u202f%\nBase\t$0.00\t0.0\u202f%'
    );
    expect(report('tokens', 'plain', stored(fresh)).text).toBe(
      [
        'ETH\tEthereum\t$21,203.44\t8\t$2,650.43\tCold wallet',
        'LOOKS\tEthereum\t$0.02\t0.690881\t$0.035834\tCold wallet',
        'USDC\tBase\tnot counted (unpriced)\t250\tno price\tCold wallet',
        'visit\tBase\tnot counted (risky)\t250\t$1.00\tCold wallet'
      ].join('\n')
    );
  });

  it('and JSON of tokens name the wallet in which a holding counts that another one has as well', () => {
    const wallets = [walletOf({ name: 'Main' }), walletOf({ id: 'w2', name: 'Cold', accountId: 'b' })];
    const held = ({ id }: { id: string }) => [usdc({ walletId: id, address: '0x1' })];
    const files = stored(
      ...wallets.map(wallet => updateSnapshot(emptySnapshot(wallet), answered(held(wallet)), NOW))
    );
    const facts = portfolioFactsOf(files, settingsOf(wallets), chainFacts, NOW);
    expect(reportOf('total', 'plain', facts).text).toBe('$250.00');
    expect(reportOf('tokens', 'plain', facts).text).toBe(
      'USDC\tBase\t$250.00\t250\t$1.00\tMain\nUSDC\tBase\t$250.00 (also in Main)\t250\t$1.00\tCold'
    );
    expect(JSON.parse(reportOf('tokens', 'json', facts).text)).toMatchObject([
      { standing: 'counted', value: '250' },
      { standing: 'elsewhere', value: '250', alsoIn: 'Main' }
    ]);
  });

  it('and JSON of tokens contain no amount while balances are hidden', () => {
    for (const subject of ['total', 'chains', 'tokens'] as const)
      for (const format of ['json', 'plain'])
        expect(report(subject, format, stored(fresh), { isHidden: true }).text).not.toMatch(
          /21,?203|0\.69|0\.02/
        );
  });
});

describe('tokens of several wallets', () => {
  const wallets = [walletOf({ name: 'Main' }), walletOf({ id: 'w2', name: 'Cold', accountId: 'b' })];
  const files = stored(
    ...wallets.map(wallet => {
      const at = { walletId: wallet.id };
      const small = usdc({ ...at, balance: wallet.id === 'w2' ? '3' : '2' });
      const risky = usdc({ ...at, tokenAddress: '0xbad', symbol: 'SPAM', balance: '9000', isRisky: true });
      const held = wallet.id === 'w2' ? [holdingOf({ ...at, balance: '1', price: '100' })] : [];
      return updateSnapshot(emptySnapshot(wallet), answered([small, risky, ...held]), NOW);
    })
  );
  const facts = portfolioFactsOf(files, settingsOf(wallets), chainFacts, NOW);
  const order = ['ETH 1', 'USDC 3', 'USDC 2', 'SPAM 9000', 'SPAM 9000'];

  it('are sorted by value over all wallets in every format, and those that do not count come last', () => {
    const rows = JSON.parse(reportOf('tokens', 'json', facts).text) as Record<string, string>[];
    expect(rows.map(({ symbol, balance }) => `${symbol} ${balance}`)).toEqual(order);
    const lines = reportOf('tokens', 'plain', facts).text.split('\n');
    expect(
      lines.map(line => line.split('\t')).map(cells => `${cells[0]} ${cells[3]?.replace(',', '')}`)
    ).toEqual(order);
  });

  it('show the largest of all wallets in a bar', () => {
    expect(barOfRows('tokens', facts).text).toBe('ETH $100');
  });
});

describe('names that mislead', () => {
  const named = (symbol: string) =>
    updateSnapshot(emptySnapshot(walletOf()), answered([usdc({ tokenAddress: '0xf', symbol })]), NOW);
  const lines = (symbol: string) => report('tokens', 'plain', stored(named(symbol))).text;
  const objects = (symbol: string): unknown =>
    JSON.parse(report('tokens', 'json', stored(named(symbol))).text);

  it('are marked in a line, and isolated when they are right-to-left', () => {
    expect(lines('USD\u0421')).toMatch(/^USD\u0421 \(look-alike\)\t/);
    expect(lines('?')).toMatch(/^\? \(no name\)\t/);
    expect(lines('مثال')).toMatch(/^\u2068مثال\u2069\t/);
  });

  it('are as they are in JSON, with a field that says what is wrong', () => {
    expect(objects('USD\u0421')).toMatchObject([
      { symbol: 'USD\u0421', symbolMark: 'look-alike', looksLike: 'USDC' }
    ]);
    expect(objects('?')).toMatchObject([{ symbol: '?', symbolMark: 'blank' }]);
    expect(JSON.stringify(objects('مثال'))).not.toMatch(/[\u2068\u2069]|symbolMark/);
  });
});
