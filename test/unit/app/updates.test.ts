// Tests the update check against a real server on this computer: its requests, their frequency, and the use of the
// answers.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../electron/adapters/http/http';
import { repositoryOf } from '../../../electron/core/system/release';
import { availableUpdate } from '../../../electron/profile/available-update';
import { Updates, type UpdateOptions } from '../../../electron/app/updates';

const DAY_MS = 24 * 60 * 60_000;
let server: Server;
let folder: string;
let received: IncomingMessage[];
let answer: { status: number; body: string; headers?: Record<string, string> };
let now: number;
let opened: string[];

beforeEach(async () => {
  received = [];
  opened = [];
  now = Date.UTC(2026, 10, 22);
  answer = { status: 200, body: '{"tag_name":"v0.2.0","body":"Faster."}' };
  folder = mkdtempSync(join(tmpdir(), 'tokentray-updates-'));
  server = createServer((request, response) => {
    received.push(request);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  await new Promise(done => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

function updates(change: Partial<UpdateOptions> = {}): Updates {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new Updates({
    folder,
    http: createHttp({ userAgent: 'Tokentray/0.1.0', isOnline: () => true, env: {} }),
    now: () => now,
    ownVersion: '0.1.0',
    isUpdatedElsewhere: false,
    repository: { ...repositoryOf('me/app')!, origin },
    open: page => Promise.resolve(void opened.push(page)),
    log: () => undefined,
    ...change
  });
}

describe('the update check', () => {
  it('reports a newer version with its text, and opens its page at GitHub', async () => {
    const checker = updates();
    expect(await checker.check()).toEqual({
      method: 'asked',
      outcome: 'newer',
      version: '0.2.0',
      notes: 'Faster.'
    });
    expect(availableUpdate.issues()).toEqual([{ code: 'update-found', file: '0.2.0' }]);
    await checker.openPage();
    expect(opened).toEqual(['https://github.com/me/app/releases/tag/v0.2.0']);
  });

  it('keeps the version it found when nobody answers the next time, also over a restart, and says so', async () => {
    await updates().check();
    answer = { status: 500, body: '' };
    const later = updates();
    expect(await later.check()).toMatchObject({ outcome: 'failed', version: '0.2.0' });
    expect(updates().read()).toMatchObject({ outcome: 'failed', version: '0.2.0', notes: 'Faster.' });
    expect(updates({ ownVersion: '0.2.0' }).read()).toMatchObject({ outcome: 'failed', version: null });
  });

  it('does not report the app as current after a restart when nobody answered', async () => {
    answer = { status: 403, body: '' };
    await updates().check();
    expect(updates().read()).toMatchObject({ outcome: 'limited', version: null });
  });

  it('sends nothing about itself but its name and version', async () => {
    await updates().check();
    const { url, method, headers } = received[0]!;
    expect([method, url]).toEqual(['GET', '/repos/me/app/releases/latest']);
    expect(Object.keys(headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent'
    ]);
    expect(headers['user-agent']).toBe('Tokentray/0.1.0');
  });

  it.each<[string, string, number, string]>([
    ['the same version', 'current', 200, '{"tag_name":"v0.1.0"}'],
    ['an older one', 'current', 200, '{"tag_name":"v0.0.9"}'],
    ['a trial one', 'current', 200, '{"tag_name":"v0.2.0-beta.1","prerelease":true}'],
    ['no release yet', 'current', 404, '{"message":"Not Found"}'],
    ['a reply that is no release', 'failed', 200, '<html>'],
    ['a limit', 'limited', 403, '{"message":"API rate limit exceeded"}'],
    ['too many questions', 'limited', 429, ''],
    ['a fault over there', 'failed', 500, ''],
    ['a redirect', 'failed', 301, '']
  ])('makes of %s: %s', async (_, outcome, status, body) => {
    answer = { status, body, headers: { location: 'https://evil.example/' } };
    const checker = updates();
    expect(await checker.check()).toEqual({ method: 'asked', outcome, version: null, notes: '' });
    expect(availableUpdate.issues()).toEqual([]);
    await checker.openPage();
    expect(opened).toEqual([]);
    expect(received).toHaveLength(1);
  });

  it('does not fail when the server is not reachable', async () => {
    const gone = { ...repositoryOf('me/app')!, origin: 'http://127.0.0.1:1' };
    expect((await updates({ repository: gone }).check()).outcome).toBe('failed');
  });

  it('turns hostile text into plain text, and opens no page that the text names', async () => {
    const body = { tag_name: 'v0.2.0', html_url: 'https://evil.example/', body: '<b>\u202eone</b>\u0007' };
    answer = { status: 200, body: JSON.stringify(body) };
    const checker = updates();
    expect((await checker.check()).notes).toBe('<b>one</b>');
    await checker.openPage();
    expect(opened).toEqual(['https://github.com/me/app/releases/tag/v0.2.0']);
  });

  it('asks once a day after polls, also over a restart, and again when the clock was set back', async () => {
    const first = updates();
    await first.afterPoll();
    await first.afterPoll();
    now += DAY_MS - 1;
    await updates().afterPoll();
    expect(received).toHaveLength(1);
    now += 1;
    await updates().afterPoll();
    expect(received).toHaveLength(2);
    now -= 3 * DAY_MS;
    await updates().afterPoll();
    expect(received).toHaveLength(3);
  });

  it('does not ask earlier after a failure', async () => {
    answer = { status: 500, body: '' };
    const checker = updates();
    await checker.afterPoll();
    await checker.afterPoll();
    expect(received).toHaveLength(1);
  });

  it('reports neither a version that is installed by now, nor content of a changed file', async () => {
    await updates().check();
    expect(updates({ ownVersion: '0.2.0' }).read()).toMatchObject({ outcome: 'current', version: null });
    const file = join(folder, 'updates.json');
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...stored, found: { version: '9.9.9/../../evil', notes: 'x' } }));
    expect(updates().read()).toMatchObject({ version: null, notes: '' });
    writeFileSync(file, 'nonsense');
    expect(updates().read()).toMatchObject({ outcome: 'none' });
  });

  it('sends no request in a build that others keep up to date, nor where no repository is named', async () => {
    const managed = updates({ isUpdatedElsewhere: true });
    const nowhere = updates({ repository: null });
    for (const checker of [managed, nowhere]) {
      await checker.afterPoll();
      await checker.check();
    }
    expect([managed.read().method, nowhere.read().method]).toEqual(['package', 'unknown']);
    expect(received).toHaveLength(0);
  });
});
