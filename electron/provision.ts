// `tokentray setup`: JSON on standard input -> a key in the keychain and wallets in the settings, for people who provision machines.
import { asFailure } from '../shared/failure';
import { failureSentence } from '../shared/failure-words';
import { EMPTY_SETTINGS } from '../shared/default-settings';
import { judgeHost } from '../shared/host';
import { Provision } from '../shared/provision';
import type { Settings } from '../shared/settings';
import { replaced } from './core/connect';
import type { Keychain, SettingsFile } from './core/ports';

export interface ProvisionPorts {
  readonly settings: SettingsFile;
  readonly keychain: Keychain;
  readonly newId: () => string;
}

export interface ProvisionResult {
  readonly status: 0 | 1 | 2;
  /** For people, on standard error; never holds what was read. */
  readonly lines: readonly string[];
}

/** All or nothing: the keychain first, then the settings. The key is not tried: a provisioned machine may be offline. */
export async function provision(
  input: string,
  { settings, keychain, newId }: ProvisionPorts
): Promise<ProvisionResult> {
  const read = readProvision(input);
  if ('mistakes' in read) return { status: 2, lines: read.mistakes };
  const loaded = await settings.read();
  const before = loaded.content ?? EMPTY_SETTINGS;
  try {
    const keyId = (await knownKey(read.wanted, before, keychain)) ?? newId();
    const { apiKey, secretKey, passphrase, projectId } = read.wanted;
    await keychain.write(keyId, { apiKey, secretKey, passphrase, projectId }, 'keychain');
    await settings.write(merged(before, read.wanted, keyId, newId));
  } catch (thrown) {
    const { code } = asFailure(thrown);
    return {
      status: 1,
      lines: [failureSentence({ code, host: null, clockOffsetMs: null }), 'Nothing was changed.']
    };
  }
  const names = read.wanted.wallets.map(({ name }) => name).join(', ');
  const warning =
    judgeHost(read.wanted.host) === 'custom'
      ? [`The key will be sent to ${read.wanted.host}, which is not OKX's own host.`]
      : [];
  return {
    status: 0,
    lines: [...warning, `Saved: ${names}. The key is in the keychain; start Tokentray to see the total.`]
  };
}

function readProvision(input: string): { wanted: Provision } | { mistakes: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch {
    return { mistakes: ['Standard input is not JSON. Nothing was changed.'] };
  }
  const parsed = Provision.safeParse(value);
  if (parsed.success) return { wanted: parsed.data };
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  return { mistakes: [...mistakes, 'Nothing was changed.'] };
}

/** The id under which this very API key is kept already, so that running again replaces instead of adding. */
async function knownKey(wanted: Provision, settings: Settings, keychain: Keychain): Promise<string | null> {
  for (const { id } of settings.keys) {
    const kept = await keychain.read(id).catch(() => null);
    if (kept?.apiKey === wanted.apiKey) return id;
  }
  return null;
}

/** Wallets are added, or replaced by name; everything else stays. */
function merged(settings: Settings, wanted: Provision, keyId: string, newId: () => string): Settings {
  const name = settings.keys.find(({ id }) => id === keyId)?.name ?? 'OKX';
  const keys = replaced(settings.keys, { id: keyId, name, host: wanted.host, keptIn: 'keychain' as const });
  const wallets = wanted.wallets.reduce((all, wallet) => {
    const id = all.find(other => other.name === wallet.name)?.id ?? newId();
    return replaced(all, { ...wallet, id, keyId });
  }, settings.wallets);
  return { ...settings, keys, wallets };
}
