// Saves the key and the wallets from the JSON input of `tokentray setup`, for automatic provisioning of computers.
// The key is not tested, because the computer may be offline.
import { asFailure, Failure } from '../../shared/domain/failure';
import { failureSentence } from '../../shared/text/failure-text';
import { EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { hostWarning } from '../../shared/text/host-warning';
import { SetupInput } from '../../shared/schema/setup-input';
import { accountIdOf, ownAddressOf, ownerOf } from '../../shared/domain/sources';
import type { Settings } from '../../shared/schema/settings';
import type { WalletSnapshot } from '../../shared/schema/snapshot';
import type { Wallet } from '../../shared/schema/wallet';
import type { KnownChain } from '../addresses/reading';
import { withWalletInGroup } from '../core/groups/groups';
import { nextKeyName, upsert } from '../core/keys/key-draft';
import type { Keychain, SettingsFile } from '../core/ports/ports';
import type { ActivityLog } from '../core/ports/storage';
import { walletsEntry } from '../core/alerts/wallet-entries';
import { watchersAmong } from '../core/portfolio/already-watched';
import { refusalSentence } from '../core/settings/file-formats';
import type { KnownFields } from './unknown-fields';
import {
  brokenLine,
  joinMistakes,
  judgeTexts,
  judgeWallets,
  schemaMistakes,
  secretsIn,
  withPlainAddress,
  wrongFieldLines,
  type JudgeContext,
  type WrongField
} from './wrong-fields';

export interface SetupPorts {
  readonly settings: SettingsFile;
  readonly keychain: Keychain;
  /** The last answers, which name the addresses of accounts. Throws for a file that cannot be read. */
  readonly lastAnswers: () => readonly WalletSnapshot[];
  readonly chains: readonly KnownChain[];
  readonly newId: () => string;
  readonly now: () => number;
  /** Where the added wallets are entered. */
  readonly activity: Pick<ActivityLog, 'append'>;
}

export interface SetupResult {
  readonly exitCode: 0 | 1 | 2;
  /**
   * Lines for people, on standard error. Of the input they contain only the names of wallets and the host, after
   * everything is saved.
   */
  readonly lines: readonly string[];
}

/**
 * Saves everything or nothing: the keychain first, then the settings. The key is not tested: the computer may be
 * offline.
 */
export async function applySetup(
  input: string,
  { settings, keychain, lastAnswers, chains, newId, now, activity }: SetupPorts
): Promise<SetupResult> {
  const parseResult = parseSetupInput(input, { chains, accounts: await knownAccounts(settings) });
  if ('mistakes' in parseResult) return { exitCode: 2, lines: parseResult.mistakes };
  const { apiKey, secretKey, passphrase, projectId, wallets } = parseResult.setupInput;
  let setAsideAs: string | null;
  let host: string;
  let overlaps: string[];
  let unrecorded: string[];
  try {
    const loaded = await settings.read();
    if (loaded.refused)
      return { exitCode: 1, lines: [refusalSentence(loaded.refused), 'Nothing was changed.'] };
    setAsideAs = loaded.setAsideAs;
    const before = loaded.content ?? EMPTY_SETTINGS;
    const known = await findKnownKey(parseResult.setupInput, before, keychain);
    const keyId = known?.id ?? newId();
    host = hostOf(parseResult.setupInput, before, keyId);
    const merged = mergeSetup(before, { ...parseResult.setupInput, host }, keyId, newId);
    overlaps = overlapLines(
      merged.wallets,
      wallets.map(({ name }) => name),
      knownAnswers(lastAnswers)
    );
    await keychain.write(keyId, { apiKey, secretKey, passphrase, projectId }, 'keychain');
    try {
      await settings.write(merged);
    } catch (thrown) {
      if (known) await keychain.write(keyId, known.credentials, 'keychain');
      else await keychain.forget(keyId);
      throw new Failure('storage-failed', { cause: thrown });
    }
    unrecorded = await recordAdded(before, merged, { newId, now, activity });
  } catch (thrown) {
    const { code } = asFailure(thrown);
    return {
      exitCode: 1,
      lines: [failureSentence({ code, host: null, clockOffsetMs: null }), 'Nothing was changed.']
    };
  }
  const names = wallets.map(({ name }) => name).join(', ');
  const warning = hostWarning(host);
  const warnings = [
    ...(setAsideAs === null ? [] : [`The settings were damaged. They are kept as ${setAsideAs}.`]),
    ...(warning === null ? [] : [warning]),
    ...overlaps,
    ...unrecorded
  ];
  return {
    exitCode: 0,
    lines: [...warnings, `Saved: ${names}. The key is in the keychain; start Tokentray to see the total.`]
  };
}

/** The values come with the first answers. Wallets that are saved stay saved when the activity cannot be written. */
async function recordAdded(
  before: Settings,
  merged: Settings,
  { newId, now, activity }: Pick<SetupPorts, 'newId' | 'now' | 'activity'>
): Promise<string[]> {
  const added = merged.wallets.filter(({ id }) => before.wallets.every(other => other.id !== id));
  if (added.length === 0) return [];
  const entry = walletsEntry('wallet-added', added, { id: newId(), at: now(), worthOf: () => null });
  try {
    await activity.append([entry]);
    return [];
  } catch {
    return ['The activity could not be written: it does not list the added wallets.'];
  }
}

/** Settings that cannot be read are refused later, with their reason. */
async function knownAccounts(settings: SettingsFile): Promise<string[]> {
  const loaded = await settings.read().catch(() => null);
  return loaded?.content?.wallets.flatMap(wallet => accountIdOf(wallet) ?? []) ?? [];
}

/** One line for each new wallet of which another one watches the same: it is added, and counts once. */
function overlapLines(
  wallets: readonly Wallet[],
  added: readonly string[],
  snapshots: readonly WalletSnapshot[]
): string[] {
  return wallets
    .filter(({ name }) => added.includes(name))
    .flatMap(wallet => {
      const others = wallets.filter(({ id }) => id !== wallet.id);
      const names = watchersBeside(wallet, others, snapshots).map(({ name }) => name);
      return names.length === 0
        ? []
        : [
            `${wallet.name}: already watched by ${names.join(', ')}. The total counts it once, in the first wallet.`
          ];
    });
}

function watchersBeside(
  wallet: Wallet,
  others: readonly Wallet[],
  snapshots: readonly WalletSnapshot[]
): Wallet[] {
  const address = ownAddressOf(wallet);
  const known = snapshots.find(({ walletId }) => walletId === wallet.id)?.holdings ?? [];
  const among = watchersAmong(others, snapshots);
  const watchers = address === null ? among.ofHoldings(known) : among.ofAddress(address);
  return others.filter(
    other =>
      watchers.includes(other) || (other.source === wallet.source && ownerOf(other) === ownerOf(wallet))
  );
}

/** Damaged or missing answers are no reason to refuse the input. */
function knownAnswers(lastAnswers: SetupPorts['lastAnswers']): readonly WalletSnapshot[] {
  try {
    return lastAnswers();
  } catch {
    return [];
  }
}

type Parsed = { readonly setupInput: SetupInput } | { readonly mistakes: readonly string[] };

/** Every wrong field is named with its line. What looks like a private key is neither kept nor repeated. */
function parseSetupInput(input: string, context: JudgeContext): Parsed {
  // PowerShell starts its piped output with a byte order mark.
  const text = input.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { mistakes: [`Standard input is not JSON (line ${brokenLine(text)}). Nothing was changed.`] };
  }
  const parsed = SetupInput.safeParse(value);
  const wallets = value !== null && typeof value === 'object' && 'wallets' in value ? value.wallets : null;
  const judged = joinMistakes(
    [
      ...judgeTexts(value, ['apiKey', 'secretKey', 'passphrase', 'projectId', 'host']),
      ...judgeWallets(wallets, context, ['wallets'])
    ],
    secretsIn(value).map(({ path, text: sentence }) => ({ path: knownPath(path), text: sentence }))
  );
  const wrong = joinMistakes(judged, parsed.success ? [] : schemaMistakes(parsed.error.issues, FIELDS));
  if (!parsed.success || wrong.length > 0)
    return { mistakes: [...wrongFieldLines(text, wrong), 'Nothing was changed.'] };
  const { data } = parsed;
  return {
    setupInput: { ...data, wallets: data.wallets.map(wallet => withPlainAddress(wallet, context.chains)) }
  };
}

const FIELDS = {
  '': ['apiKey', 'secretKey', 'passphrase', 'projectId', 'host', 'wallets'],
  wallets: ['name', 'group', 'source', 'accountId', 'address', 'chains']
} satisfies KnownFields;
const KNOWN_FIELDS: readonly unknown[] = Object.values(FIELDS).flat();

/** A path up to the first field that is not known: its name may be a secret as well. */
function knownPath(path: WrongField['path']): WrongField['path'] {
  const end = path.findIndex(part => typeof part !== 'number' && !KNOWN_FIELDS.includes(part));
  return end < 0 ? path : path.slice(0, end);
}

/** Gives the entry that already contains this API key, so that a second run replaces it instead of adding another. */
async function findKnownKey(setupInput: SetupInput, settings: Settings, keychain: Keychain) {
  for (const { id } of settings.keys) {
    const credentials = await keychain.read(id).catch((thrown: unknown) => {
      if (asFailure(thrown).code === 'key-not-in-keychain') return null;
      throw thrown;
    });
    if (credentials?.apiKey === setupInput.apiKey) return { id, credentials };
  }
  return null;
}

/**
 * A known key stays with its host unless another host is given: a second run does not send it elsewhere by accident.
 */
function hostOf({ host, isHostGiven }: SetupInput, { keys }: Settings, keyId: string): string {
  return isHostGiven ? host : (keys.find(({ id }) => id === keyId)?.host ?? host);
}

/** Wallets are added, or replaced by name; everything else is unchanged. */
function mergeSetup(
  settings: Settings,
  setupInput: SetupInput,
  keyId: string,
  newId: () => string
): Settings {
  const name = settings.keys.find(({ id }) => id === keyId)?.name ?? nextKeyName(settings);
  const keys = upsert(settings.keys, { id: keyId, name, host: setupInput.host, keptIn: 'keychain' as const });
  const wallets = setupInput.wallets.reduce((all, { group: _, ...wallet }) => {
    const id = all.find(other => other.name === wallet.name)?.id ?? newId();
    return upsert(all, { ...wallet, id, keyId });
  }, settings.wallets);
  const grouped = setupInput.wallets.flatMap(({ name: own, group }) => {
    const id = wallets.find(wallet => wallet.name === own)?.id;
    return group === undefined || id === undefined ? [] : [[id, group] as const];
  });
  const next = { ...settings, keys, wallets };
  return grouped.reduce((all, [id, group]) => withWalletInGroup(all, id, group, newId), next);
}
