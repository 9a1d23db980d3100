import { describe, expect, it } from 'vitest';
import { problemReport, type ProblemReportInput } from '../../../../electron/core/diagnostics/problem-report';
import { DEFAULT_CHOICES } from '../../../../shared/domain/default-settings';
import type { Settings } from '../../../../shared/schema/settings';
import type { Issue } from '../../../../shared/schema/issue';
import { SECRETS } from '../../../fakes/secrets';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
const COLD = {
  id: 'w1',
  name: 'Grandmother’s gold',
  keyId: 'k1',
  source: 'v5-account' as const,
  accountId: '13886e05-1265-4b79-8ac3-b7ab46211001',
  chains: []
};
const SETTINGS: Settings = {
  version: 1,
  keys: [
    { id: 'k1', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' },
    { id: 'k2', name: 'Hedge fund', host: 'https://relay.maxine.example', keptIn: 'session' }
  ],
  wallets: [
    COLD,
    { ...COLD, id: 'w2', name: '金库', isPaused: true, accountId: 'short-id' },
    {
      ...{ id: 'w3', name: 'DeFi', keyId: 'k2', chains: ['1', '8453'] },
      ...{ source: 'v6-address' as const, address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' }
    }
  ],
  verdicts: { 'w3/1/0xc1a1/0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed': 'count' },
  choices: {
    ...DEFAULT_CHOICES,
    caFile: '/home/maxine/company.pem',
    explorerHosts: ['scan.maxine.example'],
    manualRate: { code: 'EUR', perUsd: '0.92', at: NOW },
    windowPlace: { x: 7713, y: 0, width: 1, height: 1 },
    alerts: [{ kind: 'arrived', walletId: 'w1', token: '1/0xfeed', isOn: true, from: '98765' }]
  }
};
const FACTS: ProblemReportInput = {
  settings: SETTINGS,
  diagnostics: {
    ...{ version: '1.2.3', electron: '33.4.11', system: 'linux 6.1.0-13-amd64 x64' },
    checks: [{ id: 'key', state: 'good', text: 'OKX is kept in the keychain.' }],
    lastFailures: [{ at: NOW, code: 'key-unknown', serviceCode: '50111' }]
  },
  issues: [{ code: 'bug', file: null, internalErrorId: 'XKQDB' }],
  log: ['2026-11-22T09:00:00.123Z error cannot write snapshot.json: Error ENOSPC'],
  privateValues: []
};

type Source = (facts: ProblemReportInput, planted: string) => ProblemReportInput;
const SOURCES: Record<string, Source> = {
  log: (facts, planted) => ({ ...facts, log: [`2026-11-22T09:00:00Z warn failed for ${planted}, again`] }),
  'file of an issue': (facts, planted) => ({
    ...facts,
    issues: [{ code: 'settings-damaged', file: `/srv/${planted}` }]
  }),
  'internal error of an issue': (facts, planted) => ({
    ...facts,
    issues: [{ code: 'bug', file: null, internalErrorId: planted }]
  }),
  'text of a check': ({ diagnostics, ...facts }, planted) => ({
    ...facts,
    diagnostics: { ...diagnostics, checks: [{ id: 'proxy', state: 'bad', text: `It said ${planted}.` }] }
  }),
  'code of the service': ({ diagnostics, ...facts }, planted) => ({
    ...facts,
    diagnostics: { ...diagnostics, lastFailures: [{ at: NOW, code: 'bug', serviceCode: planted }] }
  }),
  system: ({ diagnostics, ...facts }, planted) => ({
    ...facts,
    diagnostics: { ...diagnostics, system: `linux ${planted} x64` }
  })
};

describe('a problem report', () => {
  it('has checks, issues, settings and log, each under its own heading', () => {
    const text = problemReport(FACTS, NOW);
    for (const line of [
      'Tokentray: report of a problem, 2026-11-22T10:32:00.000Z',
      'Tokentray 1.2.3, Electron 33.4.11, linux 6.1.0-13-amd64 x64',
      'good    key: OKX is kept in the keychain.',
      '2026-11-22T10:32:00.000Z key-unknown 50111',
      'bug XKQDB',
      'wallets: 3 (1 x v5-account; 1 x v5-account (paused); 1 x v6-address)',
      'keys: 2 (1 x keychain, https://www.okx.com; 1 x session, a custom host)',
      'chains: 2 named',
      'visibleInterval: 60 s',
      'alerts: arrived on',
      '2026-11-22T09:00:00.123Z error cannot write snapshot.json: Error ENOSPC'
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('says 0 or "none" for what is missing', () => {
    const { settings, ...rest } = FACTS;
    const bare = { ...settings, wallets: [], keys: [] };
    const text = problemReport({ ...rest, settings: bare, log: [], issues: [] }, NOW);
    expect(text).toContain('\nwallets: 0\nkeys: 0\nchains: 0 named\n');
    expect(text).toMatch(/Issues\nnone\n\n.*Log\nnone\n$/s);
  });

  it('contains no setting that reveals something about a person', () => {
    const words =
      'Grandmother 13886e05 金库 short-id Hedge relay maxine scan 5aAeb605 c1a1 home company EUR 0.92 7713 feed 98765';
    const text = problemReport(FACTS, NOW);
    expect(words.split(' ').filter(word => text.includes(word))).toEqual([]);
  });

  it.each(Object.keys(SOURCES))('contains no name and no ID of the settings in any place: %s', source => {
    for (const word of [
      'Grandmother’s gold',
      '金库',
      'short-id',
      'Hedge fund',
      'relay.maxine.example',
      'scan.maxine.example'
    ])
      expect(problemReport(SOURCES[source]!(FACTS, word), NOW)).not.toContain(word);
  });

  it.each(Object.keys(SOURCES))('contains no address, amount or secret in any place: %s', source => {
    const found = Object.entries(SECRETS).filter(([, value]) =>
      problemReport(SOURCES[source]!(FACTS, value.planted), NOW).includes(value.never)
    );
    expect(found.map(([name]) => name)).toEqual([]);
  });

  it('hides the private values that the caller passes, such as the name of the computer', () => {
    const issue: Issue = { code: 'settings-damaged', file: '/opt/maxines-mac/config.json' };
    const hidden = [{ value: 'maxines-mac', label: '[computer]' }];
    expect(problemReport({ ...FACTS, issues: [issue], privateValues: hidden }, NOW)).toContain(
      'settings-damaged /opt/[computer]/config.json'
    );
  });

  it('keeps the words of its sentences when a wallet has the same name as one of them', () => {
    const wallets = SETTINGS.wallets.map(wallet => ({ ...wallet, name: 'key' }));
    const text = problemReport({ ...FACTS, settings: { ...SETTINGS, wallets } }, NOW);
    expect(text).toContain('OKX is kept in the keychain.');
  });
});
