// Saves the key and the wallets from the JSON input of `tokentray setup`, for automatic provisioning of computers.
// The key is not tested, because the computer may be offline.
import { asFailure, Failure } from '../../shared/domain/failure';
import { failureSentence } from '../../shared/text/failure-text';
import { EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { hostWarning } from '../../shared/text/host-warning';
import { SetupInput } from '../../shared/schema/setup-input';
import type { Settings } from '../../shared/schema/settings';
import { nextKeyName, upsert } from '../core/keys/key-draft';
import type { Keychain, SettingsFile } from '../core/ports/ports';
import { refusalSentence } from '../core/settings/file-formats';

export interface SetupPorts {
  readonly settings: SettingsFile;
  readonly keychain: Keychain;
  readonly newId: () => string;
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
  { settings, keychain, newId }: SetupPorts
): Promise<SetupResult> {
  const parseResult = parseSetupInput(input);
  if ('mistakes' in parseResult) return { exitCode: 2, lines: parseResult.mistakes };
  const { apiKey, secretKey, passphrase, projectId, wallets } = parseResult.setupInput;
  let setAsideAs: string | null;
  let host: string;
  try {
    const loaded = await settings.read();
    if (loaded.refused)
      return { exitCode: 1, lines: [refusalSentence(loaded.refused), 'Nothing was changed.'] };
    setAsideAs = loaded.setAsideAs;
    const before = loaded.content ?? EMPTY_SETTINGS;
    const known = await findKnownKey(parseResult.setupInput, before, keychain);
    const keyId = known?.id ?? newId();
    host = hostOf(parseResult.setupInput, before, keyId);
    await keychain.write(keyId, { apiKey, secretKey, passphrase, projectId }, 'keychain');
    try {
      await settings.write(mergeSetup(before, { ...parseResult.setupInput, host }, keyId, newId));
    } catch (thrown) {
      if (known) await keychain.write(keyId, known.credentials, 'keychain');
      else await keychain.forget(keyId);
      throw new Failure('storage-failed', { cause: thrown });
    }
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
    ...(warning === null ? [] : [warning])
  ];
  return {
    exitCode: 0,
    lines: [...warnings, `Saved: ${names}. The key is in the keychain; start Tokentray to see the total.`]
  };
}

function parseSetupInput(input: string): { setupInput: SetupInput } | { mistakes: string[] } {
  let value: unknown;
  try {
    // PowerShell starts its piped output with a byte order mark.
    value = JSON.parse(input.replace(/^\uFEFF/, ''));
  } catch {
    return { mistakes: ['Standard input is not JSON. Nothing was changed.'] };
  }
  const parsed = SetupInput.safeParse(value);
  if (parsed.success) return { setupInput: parsed.data };
  const mistakes = parsed.error.issues.map(issue => {
    // The name of an unknown field is input as well: it may be a secret that was put in the wrong position.
    const text = issue.code === 'unrecognized_keys' ? 'has a field that is not known here' : issue.message;
    return `${issue.path.join('.') || 'input'}: ${text}`;
  });
  return { mistakes: [...mistakes, 'Nothing was changed.'] };
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
  const wallets = setupInput.wallets.reduce((all, wallet) => {
    const id = all.find(other => other.name === wallet.name)?.id ?? newId();
    return upsert(all, { ...wallet, id, keyId });
  }, settings.wallets);
  return { ...settings, keys, wallets };
}
