// Keys in the system's keychain through keytar: one entry each, one call in flight, none repeated while one hangs.
import { asFailure, Failure, type FailureCode } from '../../shared/failure';
import { Credentials } from '../../shared/key';
import type { Keychain } from '../core/ports';

const SERVICE = 'Tokentray';
/** A locked keychain waits for its prompt as long as that is open; each pending call holds one of four file threads. */
const LIMIT_MS = 15_000;

type Keytar = typeof import('keytar');

export interface KeychainOptions {
  /** keytar throws while loading when libsecret is missing, so it is loaded on demand. */
  readonly load: () => Promise<Keytar>;
  readonly limitMs?: number;
}

/** What was read once is kept in memory until it is forgotten or replaced: the system is asked once a start. */
export function createKeychain({ load, limitMs = LIMIT_MS }: KeychainOptions): Keychain {
  const known = new Map<string, Credentials>();
  let pending: Promise<unknown> | null = null;

  async function ask<Answer>(call: (keytar: Keytar) => Promise<Answer>): Promise<Answer> {
    if (pending) throw new Failure('keychain-locked', { cause: 'an earlier call is still waiting' });
    const answer = load().then(call);
    pending = answer.catch(() => undefined).finally(() => (pending = null));
    return await withLimit(answer, limitMs).catch((thrown: unknown) => {
      throw keychainFailure(thrown);
    });
  }

  async function fetch(keyId: string): Promise<Credentials> {
    const text = await ask(async keytar => {
      const found = await keytar.getPassword(SERVICE, keyId);
      // Even when the limit was over long ago, a prompt answered late serves the next poll.
      if (found !== null) known.set(keyId, unpacked(found));
      return found;
    });
    if (text === null) throw new Failure('key-not-in-keychain');
    return unpacked(text);
  }

  let reading: Promise<Credentials> | null = null;
  return {
    read(keyId) {
      const credentials = known.get(keyId);
      if (credentials) return Promise.resolve(credentials);
      const mine = (reading?.catch(() => undefined) ?? Promise.resolve()).then(
        () => known.get(keyId) ?? fetch(keyId)
      );
      reading = mine;
      return mine;
    },
    async write(keyId, credentials, keptIn) {
      if (keptIn === 'keychain') await ask(keytar => keytar.setPassword(SERVICE, keyId, packed(credentials)));
      known.set(keyId, credentials);
    },
    async forget(keyId) {
      known.delete(keyId);
      await ask(keytar => keytar.deletePassword(SERVICE, keyId));
    }
  };
}

/** One line of base64: a keyring is known that loses a collection over a raw newline. */
function packed(credentials: Credentials): string {
  return Buffer.from(JSON.stringify(credentials)).toString('base64');
}

function unpacked(text: string): Credentials {
  try {
    return Credentials.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch (cause) {
    throw new Failure('key-not-in-keychain', { cause });
  }
}

async function withLimit<Answer>(answer: Promise<Answer>, limitMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure('keychain-locked', { cause: `no answer in ${limitMs} ms` })),
      limitMs
    );
  });
  return await Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}

/** keytar hands out the backend's words only. */
const REASONS: readonly (readonly [RegExp, FailureCode])[] = [
  [/lock/i, 'keychain-locked'],
  [/cancel|denied|dismiss|auth/i, 'keychain-denied'],
  [/./, 'keychain-missing']
];

function keychainFailure(thrown: unknown): Failure {
  const failure = asFailure(thrown);
  if (failure.code !== 'bug') return failure;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure(REASONS.find(([pattern]) => pattern.test(words))?.[1] ?? 'keychain-missing', {
    cause: thrown
  });
}
