// Stores API keys in the system's keychain with keytar, one entry for each key.
// One call runs at a time; a call that waits too long is never made.
import { asFailure, Failure, type FailureCode } from '../../../shared/domain/failure';
import { Credentials } from '../../../shared/schema/key';
import type { Keychain } from '../../core/ports/ports';

const SERVICE = 'Tokentray';
/**
 * A call to a locked keychain waits for its prompt as long as that is open; each pending call occupies one of four
 * file threads.
 */
const LIMIT_MS = 15_000;

type Keytar = typeof import('keytar');

export interface KeychainOptions {
  /** keytar throws while loading when libsecret is missing, so it is loaded on demand. */
  readonly load: () => Promise<Keytar>;
  readonly limitMs?: number;
}

/**
 * A key that was read once is kept in memory until it is forgotten or replaced, so the system is asked once per start.
 */
export function createKeychain({ load, limitMs = LIMIT_MS }: KeychainOptions): Keychain {
  const cached = new Map<string, Credentials>();
  /** Keys of this session only, which the system's keychain does not hold. */
  const sessionKeyIds = new Set<string>();
  const callKeychain = createQueue(load, limitMs);
  return {
    async read(keyId) {
      const credentials = cached.get(keyId);
      if (credentials) return credentials;
      return await callKeychain(async keytar => {
        const read = cached.get(keyId) ?? unpack(await keytar.getPassword(SERVICE, keyId));
        // A prompt that is answered after the limit still serves the next poll.
        if (!cached.has(keyId)) cached.set(keyId, read);
        return read;
      });
    },
    async write(keyId, credentials, keptIn) {
      if (keptIn === 'keychain') {
        await callKeychain(async (keytar, isLate) => {
          const before = await keytar.getPassword(SERVICE, keyId);
          if (isLate()) return;
          await keytar.setPassword(SERVICE, keyId, pack(credentials));
          // This write was reported as failed: nobody would know of the entry, and nobody could delete it.
          if (isLate()) await restoreEntry(keytar, keyId, before);
        });
        sessionKeyIds.delete(keyId);
      } else sessionKeyIds.add(keyId);
      cached.set(keyId, credentials);
    },
    async forget(keyId) {
      cached.delete(keyId);
      if (sessionKeyIds.delete(keyId)) return;
      await callKeychain(keytar => keytar.deletePassword(SERVICE, keyId));
      // A read that was pending may have filled the cache in between.
      cached.delete(keyId);
    }
  };
}

type Call<Answer> = (keytar: Keytar, isLate: () => boolean) => Promise<Answer>;

/** Runs the calls one after the other. A call whose limit passes while it waits is never made. */
function createQueue(load: KeychainOptions['load'], limitMs: number) {
  let last: Promise<unknown> = Promise.resolve();
  return async function callKeychain<Answer>(call: Call<Answer>): Promise<Answer> {
    let isTimedOut = false;
    const answer = last.then(async () => {
      if (isTimedOut) throw new Failure('keychain-locked', { cause: 'an earlier call was still waiting' });
      return await call(await load(), () => isTimedOut);
    });
    last = answer.catch(() => undefined);
    return await withLimit(answer, limitMs).catch((thrown: unknown) => {
      isTimedOut = true;
      throw keychainFailure(thrown);
    });
  };
}

async function restoreEntry(keytar: Keytar, keyId: string, before: string | null): Promise<void> {
  if (before === null) await keytar.deletePassword(SERVICE, keyId);
  else await keytar.setPassword(SERVICE, keyId, before);
}

/** One line of base64, because one keyring is known to lose a collection over a raw newline. */
function pack(credentials: Credentials): string {
  return Buffer.from(JSON.stringify(credentials)).toString('base64');
}

/** The parser's own message is dropped, because it quotes the secret. */
function unpack(text: string | null): Credentials {
  if (text === null) throw new Failure('key-not-in-keychain');
  try {
    return Credentials.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    throw new Failure('key-not-in-keychain', { cause: 'the entry cannot be read' });
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

/** keytar returns only the message of the backend. */
const MESSAGE_PATTERNS: readonly (readonly [RegExp, FailureCode])[] = [
  [/lock/i, 'keychain-locked'],
  [/cancel|denied|dismiss|auth/i, 'keychain-denied'],
  [/./, 'keychain-missing']
];

function keychainFailure(thrown: unknown): Failure {
  const failure = asFailure(thrown);
  if (failure.code !== 'bug') return failure;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure(MESSAGE_PATTERNS.find(([pattern]) => pattern.test(message))?.[1] ?? 'keychain-missing', {
    cause: thrown
  });
}
