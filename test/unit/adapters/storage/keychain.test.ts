import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeychain } from '../../../../electron/adapters/storage/keychain';
import type { Keychain } from '../../../../electron/core/ports/ports';
import { asFailure } from '../../../../shared/domain/failure';
import type { Credentials } from '../../../../shared/schema/key';

const LIMIT_MS = 15_000;
const KEY: Credentials = {
  apiKey: 'key-1',
  secretKey: 'TEST-SECRET-0123456789',
  passphrase: 'pass phrase',
  projectId: null
};
const OTHER = { ...KEY, apiKey: 'key-2' };
const packed = (credentials: Credentials) => Buffer.from(JSON.stringify(credentials)).toString('base64');

/** A keyring whose calls the test can let hang or fail. */
function keyring() {
  const entries = new Map<string, string>();
  const calls: string[] = [];
  let waiting: (() => void)[] = [];
  const ring = { entries, calls, isHanging: false, failure: null as Error | null, atOnce: 0, mostAtOnce: 0 };
  async function call<Answer>(name: string, action: () => Answer): Promise<Answer> {
    calls.push(name);
    ring.mostAtOnce = Math.max(ring.mostAtOnce, ++ring.atOnce);
    const isFirst = calls.length === 1 && name.startsWith('get Tokentray/k3');
    if (ring.isHanging && !isFirst) await new Promise<void>(done => waiting.push(done));
    else await Promise.resolve();
    ring.atOnce -= 1;
    if (ring.failure) throw ring.failure;
    return action();
  }
  const keytar = {
    getPassword: (service: string, id: string) =>
      call(`get ${service}/${id}`, () => entries.get(`${service}/${id}`) ?? null),
    setPassword: (service: string, id: string, text: string) =>
      call(`set ${service}/${id}`, () => void entries.set(`${service}/${id}`, text)),
    deletePassword: (service: string, id: string) =>
      call(`delete ${service}/${id}`, () => entries.delete(`${service}/${id}`))
  };
  /** The person answers the prompt. */
  const answer = async () => {
    ring.isHanging = false;
    for (const done of waiting.splice(0)) done();
    waiting = [];
    await vi.advanceTimersByTimeAsync(0);
  };
  return Object.assign(ring, { keytar: keytar as unknown as typeof import('keytar'), answer });
}

let ring: ReturnType<typeof keyring>;
let keychain: Keychain;
beforeEach(() => {
  vi.useFakeTimers();
  ring = keyring();
  keychain = createKeychain({ load: () => Promise.resolve(ring.keytar), limitMs: LIMIT_MS });
});
afterEach(() => vi.useRealTimers());

const again = () => createKeychain({ load: () => Promise.resolve(ring.keytar), limitMs: LIMIT_MS });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (thrown: unknown) => asFailure(thrown).code
  );

describe('an entry', () => {
  it('is stored once per key, in one line, and read back whole by the next start', async () => {
    await keychain.write('k1', KEY, 'keychain');
    expect([...ring.entries.keys()]).toEqual(['Tokentray/k1']);
    expect(ring.entries.get('Tokentray/k1')).toMatch(/^[\w+/=]+$/);
    expect(await again().read('k1')).toEqual(KEY);
  });

  it('is read from the system once per start', async () => {
    ring.entries.set('Tokentray/k1', packed(KEY));
    await Promise.all([keychain.read('k1'), keychain.read('k1')]);
    await keychain.read('k1');
    expect(ring.calls).toEqual(['get Tokentray/k1']);
  });

  it('is read with its new content after it was replaced', async () => {
    await keychain.write('k1', KEY, 'keychain');
    await keychain.write('k1', OTHER, 'keychain');
    expect(await keychain.read('k1')).toEqual(OTHER);
    expect(await again().read('k1')).toEqual(OTHER);
  });

  it('is removed when it is forgotten, from memory too', async () => {
    await keychain.write('k1', KEY, 'keychain');
    await keychain.forget('k1');
    expect(ring.entries.size).toBe(0);
    expect(await codeOf(keychain.read('k1'))).toBe('key-not-in-keychain');
  });

  it('that is missing is distinguished from a missing keychain', async () => {
    expect(await codeOf(keychain.read('k1'))).toBe('key-not-in-keychain');
  });

  it.each(['', 'no base64!', packed(KEY).slice(0, 40), Buffer.from('TEST-SECRET').toString('base64')])(
    'that cannot be read (%j) counts as gone, and is not quoted',
    async text => {
      ring.entries.set('Tokentray/k1', text);
      const thrown = await keychain.read('k1').catch((error: unknown) => error);
      expect(asFailure(thrown).code).toBe('key-not-in-keychain');
      expect(inspect(thrown, { depth: 9 })).not.toContain('TEST-SECRET');
    }
  );
});

describe('a key of this session only', () => {
  it('never reaches the system, not even when it is forgotten', async () => {
    const load = vi.fn(() => Promise.resolve(ring.keytar));
    const quiet = createKeychain({ load, limitMs: LIMIT_MS });
    await quiet.write('k1', KEY, 'session');
    expect(await quiet.read('k1')).toEqual(KEY);
    await quiet.forget('k1');
    expect(load).not.toHaveBeenCalled();
    expect(await codeOf(quiet.read('k1'))).toBe('key-not-in-keychain');
  });

  it('is removed from the session when it is stored in the keychain', async () => {
    await keychain.write('k1', KEY, 'session');
    await keychain.write('k1', KEY, 'keychain');
    await keychain.forget('k1');
    expect(ring.entries.size).toBe(0);
  });
});

describe('a keychain that fails', () => {
  it.each([
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keychain-missing'],
    ['Cannot create an item in a locked collection', 'keychain-locked'],
    ['User canceled the operation.', 'keychain-denied'],
    ['', 'keychain-missing']
  ])('with the error "%s" is %s, for each kind of call', async (message, code) => {
    ring.failure = new Error(message);
    expect(await codeOf(keychain.read('k1'))).toBe(code);
    expect(await codeOf(keychain.write('k1', KEY, 'keychain'))).toBe(code);
    expect(await codeOf(keychain.forget('k1'))).toBe(code);
    ring.failure = null;
    expect(await codeOf(keychain.read('k1'))).toBe('key-not-in-keychain');
  });

  it('counts as missing when loading it fails, and is loaded again by the next call', async () => {
    const loads = [Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file'))];
    const late = createKeychain({
      load: () => loads.shift() ?? Promise.resolve(ring.keytar),
      limitMs: LIMIT_MS
    });
    expect(await codeOf(late.read('k1'))).toBe('keychain-missing');
    expect(await codeOf(late.write('k1', KEY, 'keychain'))).toBe('done');
  });

  it('reports no secret that was passed to it', async () => {
    ring.failure = new Error('no such collection');
    const thrown = await keychain.write('k1', KEY, 'keychain').catch((error: unknown) => error);
    const printed = inspect(thrown, { depth: 9 });
    for (const secret of [KEY.secretKey, packed(KEY)]) expect(printed).not.toContain(secret);
  });
});

describe('a keychain call that hangs', () => {
  beforeEach(() => {
    ring.entries.set('Tokentray/k1', packed(KEY));
    ring.isHanging = true;
  });

  it('is given up after 15 s as a locked keychain, and its late answer serves the next read', async () => {
    const read = codeOf(keychain.read('k1'));
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await read).toBe('keychain-locked');
    await ring.answer();
    expect(await keychain.read('k1')).toEqual(KEY);
    expect(ring.calls).toHaveLength(1);
  });

  it('delays all others: two never run at once, and a call that was given up is never made', async () => {
    const first = codeOf(keychain.read('k1'));
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    const others = [keychain.read('k2'), keychain.write('k3', OTHER, 'keychain'), keychain.forget('k1')];
    const codes = Promise.all([first, ...others.map(codeOf)]);
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await codes).toEqual(Array(4).fill('keychain-locked'));
    await ring.answer();
    expect(ring.calls).toEqual(['get Tokentray/k1']);
    expect(ring.entries.has('Tokentray/k3')).toBe(false);
  });

  it('and is answered in time lets the waiting calls continue, one after the other', async () => {
    const calls = [keychain.read('k1'), keychain.write('k3', OTHER, 'keychain'), keychain.read('k2')];
    const codes = Promise.all(calls.map(codeOf));
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    await ring.answer();
    expect(await codes).toEqual(['done', 'done', 'key-not-in-keychain']);
    expect(ring.mostAtOnce).toBe(1);
  });

  it.each([undefined, packed(OTHER)])(
    'while it writes leaves the earlier entry (%s) when it is answered after it was given up',
    async before => {
      ring.isHanging = false;
      if (before) ring.entries.set('Tokentray/k3', before);
      const written = codeOf(keychain.write('k3', KEY, 'keychain'));
      // The first of its calls is answered, the next one waits for the prompt.
      ring.isHanging = true;
      await vi.advanceTimersByTimeAsync(LIMIT_MS);
      expect([await written, ring.calls]).toEqual([
        'keychain-locked',
        ['get Tokentray/k3', 'set Tokentray/k3']
      ]);
      await ring.answer();
      expect(ring.entries.get('Tokentray/k3')).toBe(before);
    }
  );

  it('and is answered late does not restore a key that was replaced or forgotten meanwhile', async () => {
    const read = codeOf(keychain.read('k1'));
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    await keychain.write('k1', OTHER, 'session');
    await ring.answer();
    expect([await read, await keychain.read('k1')]).toEqual(['keychain-locked', OTHER]);

    ring = keyring();
    ring.entries.set('Tokentray/k1', packed(KEY));
    ring.isHanging = true;
    const other = again();
    const slow = codeOf(other.read('k1'));
    const forgotten = codeOf(other.forget('k1'));
    await vi.advanceTimersByTimeAsync(1);
    await ring.answer();
    expect([await slow, await forgotten]).toEqual(['done', 'done']);
    expect(await codeOf(other.read('k1'))).toBe('key-not-in-keychain');
  });
});
