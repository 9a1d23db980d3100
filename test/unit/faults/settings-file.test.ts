import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments';
import { runReadCommand } from '../../../electron/commands/read';
import { faultTitle } from '../../faults/table';
import { builtProcess, TestProfile } from './test-profile';

const TOTAL = '21203.4647571980138270671868009097182176';

let printed = '';
vi.mock('node:fs', async load => ({
  ...(await load<typeof import('node:fs')>()),
  writeSync: (_: number, text: Buffer) => {
    printed += text.toString();
    return text.length;
  }
}));

/** The result of `tokentray total`: its exit status, and its output. */
function total(): [status: number, said: string] {
  printed = '';
  return [runReadCommand('total', parseArguments(['total']), profile.folder, '0.1.0'), printed];
}

let script: string;
let profile: TestProfile;
beforeAll(async () => void (script = await builtProcess()), 60_000);
beforeEach(() => void (profile = new TestProfile(script)));
afterEach(() => profile.end());

describe.runIf(process.platform === 'linux')('the settings file', () => {
  it(faultTitle('config-damaged'), async () => {
    await profile.settled();
    const good = profile.text('config.json');
    const kept = profile.text('snapshot.json');
    for (const bad of ['', '{"version": 1, "keys": [', 'no settings at all', '\u0000\u0000', '[]']) {
      profile.put('config.json', bad);
      const { phase, issues } = await profile.do('open');
      const aside = profile.aside('config');
      expect(phase).toBe('first-run');
      expect(issues).toEqual([{ code: 'settings-damaged', file: profile.path(aside) }]);
      expect(profile.text(aside)).toBe(bad);
      expect(profile.text('snapshot.json')).toBe(kept);
      rmSync(profile.path(aside));
    }
    profile.put('config.json', good);
    expect(await profile.do('reread')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [], points: 2 });
  });

  it(faultTitle('config-overwritten'), async () => {
    await profile.settled();
    profile.put('config.json', 'oops {');
    const { total: shown, issues } = await profile.do('choose', { hideSmall: false });
    const aside = profile.aside('config');
    expect(shown).toBe(TOTAL);
    expect(issues).toEqual([{ code: 'settings-damaged', file: profile.path(aside) }]);
    expect(profile.text(aside)).toBe('oops {');
    const next = await profile.do('open');
    expect(next).toMatchObject({ phase: 'ready', wallets: 1, issues: [], choices: { hideSmall: false } });
  });

  it(faultTitle('config-edited'), async () => {
    await profile.settled();
    profile.put('config.json', `\uFEFF${profile.text('config.json').replaceAll('\n', '\r\n')}`);
    expect(await profile.do('open')).toMatchObject({ phase: 'ready', total: TOTAL, wallets: 1, issues: [] });
    expect(total()[1]).toContain('$21,203.46');
    await profile.do('choose', { hideSmall: false });
    expect(profile.text('config.json')).toMatch(/^\{\n/);
    expect(profile.names().filter(name => name.includes('damaged'))).toEqual([]);
  });

  it(faultTitle('config-link'), async () => {
    await profile.settled();
    const elsewhere = profile.path('elsewhere.json');
    renameSync(profile.path('config.json'), elsewhere);
    symlinkSync(elsewhere, profile.path('config.json'));
    expect(await profile.do('open')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    await profile.do('choose', { hideSmall: false });
    expect(lstatSync(profile.path('config.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toMatchObject({ choices: { hideSmall: false } });
  });

  it(faultTitle('config-folder'), async () => {
    await profile.settled();
    rmSync(profile.path('config.json'));
    mkdirSync(profile.path('config.json'));
    profile.put('config.json/inside', 'kept');
    const { phase, issues } = await profile.do('open');
    const aside = profile.aside('config');
    expect(phase).toBe('first-run');
    expect(issues).toEqual([{ code: 'settings-damaged', file: profile.path(aside) }]);
    expect(profile.text(`${aside}/inside`)).toBe('kept');
    await profile.do('choose', { hideSmall: false });
    expect(profile.text('config.json')).toContain('"hideSmall": false');
  });
});

describe.runIf(process.platform === 'linux')('settings that are left unchanged', () => {
  it(faultTitle('config-newer'), async () => {
    await profile.settled();
    const old = profile.text('config.json');
    const newer = old.replace('"version": 1', '"version": 7');
    profile.put('config.json', newer);
    const { requestCount } = await profile.do('open');
    const found = { code: 'file-newer', file: 'config.json', found: 7, known: 1 };
    expect(await profile.do('poll')).toMatchObject({
      phase: 'refused',
      wallets: 0,
      issues: [found],
      requestCount
    });
    expect(await profile.do('choose', { hideSmall: false })).toMatchObject({ issues: [found] });
    expect(profile.text('config.json')).toBe(newer);
    expect(profile.names().filter(name => name.startsWith('config'))).toEqual(['config.json']);
    expect(total()).toEqual([1, expect.stringMatching(/config\.json was written by a newer Tokentray \(format 7; this one reads up to 1\)/)]); // prettier-ignore
    profile.put('config.json', old);
    expect(await profile.do('reread')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    expect((await profile.do('poll')).requestCount).toBeGreaterThan(requestCount);
  });

  it(faultTitle('config-foreign'), async () => {
    await profile.settled();
    profile.forbid('config.json');
    const { requestCount } = await profile.do('open');
    const found = { code: 'file-unreadable', file: 'config.json' };
    expect(await profile.do('poll')).toMatchObject({
      phase: 'refused',
      wallets: 0,
      issues: [found],
      requestCount
    });
    expect(await profile.do('choose', { hideSmall: false })).toMatchObject({ issues: [found] });
    expect((await profile.do('total')).status).toBe(1);
    await profile.complained('no permission to read the stored values (EACCES)');
    profile.forbid('config.json', false);
    expect(profile.text('config.json')).toContain('"hideSmall": true');
    expect(await profile.do('reread')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    await profile.do('choose', { hideSmall: false });
    expect(profile.text('config.json')).toContain('"hideSmall": false');
  });

  it(faultTitle('config-old'), async () => {
    const { origin } = await profile.start();
    const settled = { source: 'v5-account', accountId: '13886e05-1265-4b79-8ac3-b7ab46211001' };
    const old = JSON.stringify({
      keys: [{ id: 'k1', name: 'OKX', host: origin, keptIn: 'keychain' }],
      wallets: [{ id: 'w1', name: 'Cold wallet', keyId: 'k1', chains: [], ...settled }],
      choices: { trayText: 'full', notifyAmounts: false, notifyFromUsd: '250', hideSmall: false }
    });
    profile.put('config.json', old);
    const view = await profile.do('open');
    expect(view).toMatchObject({ wallets: 1, issues: [], choices: { trayText: 'full', hideSmall: false } });
    expect(view.choices.alerts).toContainEqual({ kind: 'left', walletId: null, token: null, isOn: false, from: '250' }); // prettier-ignore
    expect(view.choices.alerts.find(({ kind }) => kind === 'total')).toMatchObject({ isOn: true, from: '5' });
    expect(profile.names()).toEqual(['config.json']);
    expect(profile.text('config.json')).toBe(old);
    await profile.do('choose', { hideSmall: true });
    const copy = profile.aside('config', 'v0');
    expect(profile.text(copy)).toBe(old);
    expect(statSync(profile.path(copy)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(profile.text('config.json'))).toMatchObject({
      version: 1,
      choices: { hideSmall: true }
    });
    await profile.do('open');
    await profile.do('choose', { hideSmall: false });
    expect(profile.names().filter(name => name.includes('.v0-'))).toEqual([copy]);
  });
});
