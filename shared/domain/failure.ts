// The closed list of failure codes, how polling reacts to each, the error class that carries them, and the causes of gaps.

/** `stop`: until settings change; `slow`: 15 min and on network change; `back-off`: from the interval up. */
export type Reaction = 'stop' | 'slow' | 'back-off';

const REACTIONS = {
  // the network between here and OKX
  offline: 'back-off',
  'name-not-found': 'back-off',
  refused: 'back-off',
  unreachable: 'back-off',
  timeout: 'back-off',
  'connection-lost': 'back-off',
  'certificate-not-trusted': 'slow',
  'certificate-wrong-host': 'slow',
  'certificate-expired': 'slow',
  'ca-file-unusable': 'slow',
  'proxy-unreachable': 'back-off',
  'proxy-failed': 'back-off',
  'proxy-wants-password': 'slow',
  'proxy-password-wrong': 'slow',
  'proxy-unusable': 'slow',
  redirected: 'slow',
  'not-okx': 'slow',
  'reply-too-large': 'back-off',
  'reply-damaged': 'back-off',
  'reply-empty': 'back-off',
  // the service
  'service-busy': 'back-off',
  'service-caching': 'back-off',
  'rate-limited': 'back-off',
  'quota-used-up': 'slow',
  'source-retired': 'stop',
  // the key
  'key-unknown': 'stop',
  'key-frozen': 'stop',
  'key-wrong-environment': 'stop',
  'key-lacks-permission': 'stop',
  'passphrase-wrong': 'stop',
  'secret-wrong': 'stop',
  'credentials-incomplete': 'stop',
  'address-not-allowed': 'slow',
  'address-blocked': 'slow',
  'region-blocked': 'slow',
  'clock-wrong': 'slow',
  // the wallet and what was asked
  'account-unknown': 'stop',
  'wallet-refused': 'stop',
  'chain-unsupported': 'back-off',
  'chain-mismatch': 'back-off',
  'address-format': 'stop',
  'too-many-addresses': 'stop',
  'token-unknown': 'back-off',
  'request-refused': 'slow',
  'service-unknown-error': 'back-off',
  // this computer
  'keychain-missing': 'slow',
  'keychain-locked': 'back-off',
  'keychain-denied': 'slow',
  'key-not-in-keychain': 'slow',
  'storage-failed': 'back-off',
  bug: 'back-off'
} as const satisfies Record<string, Reaction>;

export type FailureCode = keyof typeof REACTIONS;

export const FAILURE_CODES = Object.keys(REACTIONS) as [FailureCode, ...FailureCode[]];

export function reactionTo(code: FailureCode): Reaction {
  return REACTIONS[code];
}

const REACTION_RANK: Readonly<Record<Reaction, number>> = { stop: 0, slow: 1, 'back-off': 2 };

/** For sorting: first the failure that delays polling longest. */
export function compareReactions(a: FailureCode, b: FailureCode): number {
  return REACTION_RANK[reactionTo(a)] - REACTION_RANK[reactionTo(b)];
}

/** Facts for the sentence and the log. None of them may hold a secret, an address or an amount. */
export interface FailureFacts {
  /** The service's own code, for Diagnostics. */
  serviceCode?: string | undefined;
  httpStatus?: number | undefined;
  /** How long the service asked us to wait, from now, ms. */
  retryAfterMs?: number | undefined;
  /** This computer's clock minus the service's clock, ms, after a clock failure. */
  clockOffsetMs?: number | undefined;
  host?: string | undefined;
  /** The ID of an internal error in the log. */
  internalErrorId?: string | undefined;
  cause?: unknown;
}

/** Thrown in okx/ and adapters/, caught in core/polling/poll-wallet.ts. Its message is for the log only. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: FailureCode,
    readonly facts: FailureFacts = {}
  ) {
    super(code + detailOf(facts), { cause: facts.cause });
  }
}

function detailOf({ serviceCode, internalErrorId }: FailureFacts): string {
  if (internalErrorId) return ` [bug ${internalErrorId}]`;
  return serviceCode ? ` (service code ${serviceCode})` : '';
}

/** Any thrown value as a Failure: a value that is not a Failure already is an internal error, with an ID. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure
    ? thrown
    : new Failure('bug', { cause: thrown, internalErrorId: internalErrorIdOf(thrown) });
}

/** Without vowels, so that no ID is a word, and without digits, so that no ID is mistaken for an amount. */
const ID_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const ID_LENGTH = 5;
const ID_FRAMES = 4;

/** Where an error happened, without folders, whose names may be personal. Empty for a value that is no error. */
export function stackFramesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const lines = (thrown.stack ?? '').split('\n').filter(line => /^\s+at \S/.test(line));
  return lines.map(line =>
    line
      .trim()
      .replace(/\((?:.*[\\/])?([^\\/]+)\)$/, '($1)')
      .replace(/^at [^(]*[\\/]([^\\/(]+)$/, 'at $1')
  );
}

/** The name and code of an error, only if they look like identifiers; other text is left out. */
export function errorKindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && /^[\w-]{1,40}$/.test(String(thrown.code)) ? ` ${String(thrown.code)}` : '';
  return (/^[A-Za-z_$][\w$]{0,39}$/.test(thrown.name) ? thrown.name : 'Error') + code;
}

/** Five letters, the same for the same error at the same place of one version. The message is not used. */
export function internalErrorIdOf(thrown: unknown): string {
  const text = [errorKindOf(thrown), ...stackFramesOf(thrown).slice(0, ID_FRAMES)].join('\n');
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let id = '';
  for (; id.length < ID_LENGTH; hash = Math.floor(hash / ID_LETTERS.length))
    id += ID_LETTERS[hash % ID_LETTERS.length];
  return id;
}

/** Failures of the key itself, for every wallet. Other failures that stop polling concern the wallet. */
export const CREDENTIAL_FAILURES: ReadonlySet<FailureCode> = new Set([
  'key-unknown',
  'key-frozen',
  'key-wrong-environment',
  'key-lacks-permission',
  'passphrase-wrong',
  'secret-wrong',
  'credentials-incomplete'
]);

/** Failures that a new key repairs: those of the key itself, and a key that the keychain lost. */
export const MENDED_BY_NEW_KEY: ReadonlySet<FailureCode> = new Set([
  ...CREDENTIAL_FAILURES,
  'key-not-in-keychain'
]);

/**
 * Causes of a gap in the history line, stored with the first point after it. `paused`: by the person; `off`: the app did not run; `asleep`: the computer slept; `unreachable`: OKX did not answer,
 * and the next poll was far away; `refused`: OKX refused the key, so that nothing was polled.
 */
export const GAP_CAUSES = ['paused', 'off', 'asleep', 'unreachable', 'refused'] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

/** Why a line is broken: a gap, or a wallet that was added, so that what it brought is drawn as no rise. */
export const BREAK_CAUSES = [...GAP_CAUSES, 'wallet-added'] as const;
export type BreakCause = (typeof BREAK_CAUSES)[number];
