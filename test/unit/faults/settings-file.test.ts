import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments';
import { runReadCommand } from '../../../electron/commands/read';
import { faultTitle } from '../../faults/table';
import { builtProcess, ProfileStage } from './profile-stage';

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
  return [runReadCommand('total', parseArguments(['total']), stage.folder, '0.1.0'), printed];
}

let script: string;
let stage: ProfileStage;
beforeAll(async () => void (script = await builtProcess()), 60_000);
beforeEach(() => void (stage = new ProfileStage(script)));
afterEach(() => stage.end());

describe.runIf(process.platform === 'linux')('the settings file', () => {
  it(faultTitle('config-damaged'), async () => {
    await stage.settled();
    const good = stage.text('config.json');
    const kept = stage.text('snapshot.json');
    for (const bad of ['', '{"version": 1, "keys": [', 'no settings at all', '\u0000\u0000', '[]']) {
      stage.put('config.json', bad);
      const { phase, issues: troubles } = await stage.do('open');
      const aside = stage.aside('config');
      expect(phase).toBe('first-run');
      expect(troubles).toEqual([{ code: 'settings-damaged', file: stage.path(aside) }]);
      expect(stage.text(aside)).toBe(bad);
      expect(stage.text('snapshot.json')).toBe(kept);
      rmSync(stage.path(aside));
    }
    stage.put('config.json', good);
    expect(await stage.do('reread')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [], points: 2 });
  });

  it(faultTitle('config-overwritten'), async () => {
    await stage.settled();
    stage.put('config.json', 'oops {');
    const { total: shown, issues: troubles } = await stage.do('choose', { hideSmall: false });
    const aside = stage.aside('config');
    expect(shown).toBe(TOTAL);
    expect(troubles).toEqual([{ code: 'settings-damaged', file: stage.path(aside) }]);
    expect(stage.text(aside)).toBe('oops {');
    const next = await stage.do('open');
    expect(next).toMatchObject({ phase: 'ready', wallets: 1, issues: [], choices: { hideSmall: false } });
  });

  it(faultTitle('config-edited'), async () => {
    await stage.settled();
    stage.put('config.json', `\uFEFF${stage.text('config.json').replaceAll('\n', '\r\n')}`);
    expect(await stage.do('open')).toMatchObject({ phase: 'ready', total: TOTAL, wallets: 1, issues: [] });
    expect(total()[1]).toContain('$21,203.46');
    await stage.do('choose', { hideSmall: false });
    expect(stage.text('config.json')).toMatch(/^\{\n/);
    expect(stage.names().filter(name => name.includes('damaged'))).toEqual([]);
  });

  it(faultTitle('config-link'), async () => {
    await stage.settled();
    const elsewhere = stage.path('elsewhere.json');
    renameSync(stage.path('config.json'), elsewhere);
    symlinkSync(elsewhere, stage.path('config.json'));
    expect(await stage.do('open')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    await stage.do('choose', { hideSmall: false });
    expect(lstatSync(stage.path('config.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toMatchObject({ choices: { hideSmall: false } });
  });

  it(faultTitle('config-folder'), async () => {
    await stage.settled();
    rmSync(stage.path('config.json'));
    mkdirSync(stage.path('config.json'));
    stage.put('config.json/inside', 'kept');
    const { phase, issues: troubles } = await stage.do('open');
    const aside = stage.aside('config');
    expect(phase).toBe('first-run');
    expect(troubles).toEqual([{ code: 'settings-damaged', file: stage.path(aside) }]);
    expect(stage.text(`${aside}/inside`)).toBe('kept');
    await stage.do('choose', { hideSmall: false });
    expect(stage.text('config.json')).toContain('"hideSmall": false');
  });
});

describe.runIf(process.platform === 'linux')('settings that are left unchanged', () => {
  it(faultTitle('config-newer'), async () => {
    await stage.settled();
    const old = stage.text('config.json');
    const newer = old.replace('"version": 1', '"version": 7');
    stage.put('config.json', newer);
    const { asked } = await stage.do('open');
    const found = { code: 'file-newer', file: 'config.json', found: 7, known: 1 };
    expect(await stage.do('poll')).toMatchObject({ phase: 'refused', wallets: 0, issues: [found], asked });
    expect(await stage.do('choose', { hideSmall: false })).toMatchObject({ issues: [found] });
    expect(stage.text('config.json')).toBe(newer);
    expect(stage.names().filter(name => name.startsWith('config'))).toEqual(['config.json']);
    expect(total()).toEqual([1, expect.stringMatching(/config\.json was written by a newer Tokentray \(format 7; this one reads up to 1\)/)]); // prettier-ignore
    stage.put('config.json', old);
    expect(await stage.do('reread')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    expect((await stage.do('poll')).asked).toBeGreaterThan(asked);
  });

  it(faultTitle('config-foreign'), async () => {
    await stage.settled();
    stage.forbid('config.json');
    const { asked } = await stage.do('open');
    const found = { code: 'file-unreadable', file: 'config.json' };
    expect(await stage.do('poll')).toMatchObject({ phase: 'refused', wallets: 0, issues: [found], asked });
    expect(await stage.do('choose', { hideSmall: false })).toMatchObject({ issues: [found] });
    expect((await stage.do('total')).status).toBe(1);
    expect(stage.complaints).toContain('the stored values may not be read (EACCES)');
    stage.forbid('config.json', false);
    expect(stage.text('config.json')).toContain('"hideSmall": true');
    expect(await stage.do('reread')).toMatchObject({ phase: 'ready', total: TOTAL, issues: [] });
    await stage.do('choose', { hideSmall: false });
    expect(stage.text('config.json')).toContain('"hideSmall": false');
  });

  it(faultTitle('config-old'), async () => {
    const { origin } = await stage.start();
    const settled = { source: 'v5-account', accountId: '13886e05-1265-4b79-8ac3-b7ab46211001' };
    const old = JSON.stringify({
      keys: [{ id: 'k1', name: 'OKX', host: origin, keptIn: 'keychain' }],
      wallets: [{ id: 'w1', name: 'Cold wallet', keyId: 'k1', chains: [], ...settled }],
      choices: { trayText: 'full', notifyAmounts: false, notifyFromUsd: '250', hideSmall: false }
    });
    stage.put('config.json', old);
    const view = await stage.do('open');
    expect(view).toMatchObject({ wallets: 1, issues: [], choices: { trayText: 'full', hideSmall: false } });
    expect(view.choices.alerts).toContainEqual({ kind: 'left', walletId: null, token: null, isOn: false, from: '250' }); // prettier-ignore
    expect(view.choices.alerts.find(({ kind }) => kind === 'total')).toMatchObject({ isOn: true, from: '5' });
    expect(stage.names()).toEqual(['config.json']);
    expect(stage.text('config.json')).toBe(old);
    await stage.do('choose', { hideSmall: true });
    const copy = stage.aside('config', 'v0');
    expect(stage.text(copy)).toBe(old);
    expect(statSync(stage.path(copy)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(stage.text('config.json'))).toMatchObject({ version: 1, choices: { hideSmall: true } });
    await stage.do('open');
    await stage.do('choose', { hideSmall: false });
    expect(stage.names().filter(name => name.includes('.v0-'))).toEqual([copy]);
  });
});
