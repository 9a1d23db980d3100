import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hideInLog, openLog, writeLog } from '../../../electron/adapters/storage/app-log';
import { Engine } from '../../../electron/core/engine/engine';
import { diagnose, type DiagnosticsContext } from '../../../electron/core/diagnostics/checks';
import { handlers } from '../../../electron/ipc/problem-report';
import type { Wallet } from '../../../shared/schema/wallet';
import { CREDENTIALS, keyAt, startWorld, WALLET, type AppWorld } from '../../fakes/app-world';
import { callContext } from '../../fakes/call-context';
import { ADDRESSES, SECRETS } from '../../fakes/secrets';

const REPORT = 'tokentray-report-2026-11-22.txt';
const chains = ['1'];
const NAMES = ['Grandmother', '金库', 'Cold wallet'];
/** One wallet of each family, the first two with names that a person chose. */
const WALLETS: Wallet[] = [
  WALLET,
  ...Object.values(ADDRESSES).map((address, i): Wallet => {
    const name = NAMES[i] ?? `Purse ${i}`;
    return { id: `w-${i}`, name, keyId: 'k1', source: 'v6-address', address, chains };
  })
];
const SURROUNDS: DiagnosticsContext = {
  ...{ version: '1.2.3', electron: '33.4.11', system: 'linux 6.1 x64', lastNotification: null },
  env: { HTTPS_PROXY: 'http://maxine:hunter2@proxy.corp:3128' },
  network: {
    lastRoute: { proxy: 'maxine:hunter2@proxy.corp:3128', proxySource: 'environment', failure: null },
    certificates: {},
    caFile: { name: 'maxine@example.org.pem', problem: 'not-readable' }
  },
  desktop: {
    ...{ trayHost: '/home/maxine/bin/panel', notifications: 'server of 0x5aAe…BeAed', isInTray: true },
    ...{
      isNotificationServerActivatable: true,
      isKeychainActivatable: true,
      keychain: null,
      lockSignalSources: ['maxine.eth']
    }
  }
};

let around: AppWorld;
let app: Engine;
let folder: string;
let place: string | null;
let proposed: string[];
/** Runs while the dialog is open. */
let whileOpen: () => Promise<unknown>;
let calls: ReturnType<typeof handlers>;
beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = mkdtempSync(join(tmpdir(), 'tokentray-report-'));
  await openLog(folder);
  around = await startWorld({ wallets: WALLETS });
  around.files.settings!.keys = [{ ...keyAt(around.server.origin), name: 'Hedge fund' }];
  app = new Engine({ ...around.world, log: writeLog });
  await app.load();
  proposed = [];
  whileOpen = async () => undefined;
  place = join(folder, 'report.txt');
  const chooseSavePath = async (name: string) => {
    proposed.push(name);
    await whileOpen();
    return place;
  };
  calls = handlers(
    callContext(app, { dialogs: { chooseSavePath }, diagnose: () => diagnose(app, SURROUNDS) })
  );
});
afterEach(async () => {
  await app.stop();
  await around.close();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, maxRetries: 3 });
});
const read = async () => (await calls['report:read']()).text;

describe('the problem report', () => {
  it('contains nothing private of settings, log, failures and checks', async () => {
    hideInLog(Object.values(CREDENTIALS));
    for (const { planted } of Object.values(SECRETS)) {
      writeLog('warn', `no answer for ${planted} (again)`);
      writeLog('error', 'broke off', new Error(planted));
      writeLog('error', 'broke off', `cause ${planted}`);
    }
    writeLog('error', `${Object.values(CREDENTIALS).join(' ')} of ${userInfo().username} at ${hostname()}`);
    around.server.injectFault({ kind: 'refuse', code: '50111' });
    await app.refresh();
    const text = await read();
    const never = {
      ...Object.fromEntries(Object.entries(SECRETS).map(([name, { never: value }]) => [name, value])),
      ...{ person: 'maxine', password: 'hunter2', secret: CREDENTIALS.secretKey, key: 'Hedge fund' },
      ...{
        passphrase: CREDENTIALS.passphrase,
        computer: `at ${hostname()}`,
        user: `of ${userInfo().username} `
      },
      ...Object.fromEntries(NAMES.map(name => [name, name]))
    };
    expect(Object.entries(never).filter(([, value]) => text.includes(value))).toEqual([]);
    expect(text).toContain('bad     key: [key]: Key not accepted.');
    expect(text).toMatch(/key-unknown 50111$/m);
    expect(text).toMatch(/ warn no answer for .*\(again\)$/m);
  });

  it('is saved exactly as it was read, readable only by its owner, with the date in its name', async () => {
    const text = await read();
    writeLog('warn', 'after it was read');
    expect(await calls['report:save']()).toEqual({ outcome: 'saved', file: place });
    expect(readFileSync(place!, 'utf8')).toBe(text);
    expect(text).not.toContain('after it was read');
    expect(await read()).toContain('after it was read');
    if (process.platform !== 'win32') expect(statSync(place!).mode & 0o777).toBe(0o600);
    expect(proposed).toEqual([REPORT]);
  });

  it('is saved as it was read although another report is read while the dialog is open', async () => {
    const text = await read();
    whileOpen = async () => {
      writeLog('warn', 'meanwhile');
      expect(await read()).toContain('meanwhile');
    };
    await calls['report:save']();
    expect(readFileSync(place!, 'utf8')).toBe(text);
  });

  it('is not saved when the person cancels the dialog, nor before it was read', async () => {
    expect(await calls['report:save']()).toEqual({ outcome: 'failed', file: null });
    expect(proposed).toEqual([]);
    await read();
    place = null;
    expect(await calls['report:save']()).toEqual({ outcome: 'cancelled', file: null });
    expect(existsSync(join(folder, 'report.txt'))).toBe(false);
  });

  it('reports that it cannot be written, and the log contains the reason', async () => {
    await read();
    place = join(folder, 'logs', 'nowhere\0', 'report.txt');
    expect(await calls['report:save']()).toEqual({ outcome: 'failed', file: null });
    expect(await read()).toMatch(/error cannot write the report: \w+/);
  });

  it('is also created for refused settings', async () => {
    const refused = { file: 'config.json', reason: 'newer', found: 7, known: 1 } as const;
    const settings = { read: async () => ({ content: null, setAsideAs: null, refused }) };
    app = new Engine({ ...around.world, settings: { ...around.world.settings, ...settings } });
    await app.load();
    calls = handlers(callContext(app, { diagnose: () => diagnose(app, SURROUNDS) }));
    const text = await read();
    expect(text).toContain('file-newer config.json');
    expect(text).toContain('bad     files: Left unchanged, and not written: config.json.');
  });
});
