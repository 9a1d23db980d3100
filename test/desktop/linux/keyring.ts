// Reads the keyring of a session over D-Bus, not through the app's own library, to see what is really stored.
import dbus from '@particle/dbus-next';
import type { Bus, Target } from './bus';

const SECRETS = 'org.freedesktop.secrets';
const SERVICE: Target = {
  destination: SECRETS,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service'
};
const COLLECTION = '/org/freedesktop/secrets/collection/login';

export interface KeyringEntry {
  readonly account: string;
  readonly secret: string;
}

/** [session, parameters, value, content type] */
type Secret = [string, Buffer, Buffer, string];

/** Gives every unlocked entry of the service, such as "Tokentray". */
export async function keyringEntries(bus: Bus, service = 'Tokentray'): Promise<KeyringEntry[]> {
  const [, session] = await bus.call(SERVICE, 'OpenSession', 'sv', ['plain', new dbus.Variant('s', '')]);
  const [unlocked] = (await bus.call(SERVICE, 'SearchItems', 'a{ss}', [{ service }])) as [string[]];
  const entries = unlocked.map(async path => {
    const item = { destination: SECRETS, path, interface: 'org.freedesktop.Secret.Item' };
    const attributes = (await bus.property(item, 'Attributes')) as Record<string, string>;
    const [secret] = (await bus.call(item, 'GetSecret', 'o', [session])) as [Secret];
    return { account: attributes.account ?? '', secret: Buffer.from(secret[2]).toString('utf8') };
  });
  return Promise.all(entries);
}

/** Adds an entry as the app's own library does. */
export async function addKeyringEntry(
  bus: Bus,
  { account, secret }: KeyringEntry,
  service = 'Tokentray'
): Promise<void> {
  const [, session] = await bus.call(SERVICE, 'OpenSession', 'sv', ['plain', new dbus.Variant('s', '')]);
  const attributes = { 'xdg:schema': 'org.freedesktop.Secret.Generic', service, account };
  const properties = {
    'org.freedesktop.Secret.Item.Label': new dbus.Variant('s', `${service}/${account}`),
    'org.freedesktop.Secret.Item.Attributes': new dbus.Variant('a{ss}', attributes)
  };
  const value = [session, Buffer.alloc(0), Buffer.from(secret), 'text/plain'];
  const collection = { ...SERVICE, path: COLLECTION, interface: 'org.freedesktop.Secret.Collection' };
  await bus.call(collection, 'CreateItem', 'a{sv}(oayays)b', [properties, value, true]);
}

/** Locks the login keyring, as a desktop does when the keyring's password differs from the login password. */
export async function lockKeyring(bus: Bus): Promise<void> {
  await bus.call(SERVICE, 'Lock', 'ao', [[COLLECTION]]);
}

/** Answers in place of the keyring and records every call of any program. */
export async function watchForKeyringUse(bus: Bus): Promise<string[]> {
  const used: string[] = [];
  bus.connection.addMethodHandler((message: { path: string; member: string; destination: string }) => {
    if (!message.path.startsWith(SERVICE.path)) return false;
    used.push(message.member);
    return false;
  });
  await bus.own(SECRETS);
  return used;
}

/** Deletes every entry of the service, as another program may do. */
export async function emptyKeyring(bus: Bus, service = 'Tokentray'): Promise<void> {
  const [unlocked] = (await bus.call(SERVICE, 'SearchItems', 'a{ss}', [{ service }])) as [string[]];
  for (const path of unlocked)
    await bus.call({ destination: SECRETS, path, interface: 'org.freedesktop.Secret.Item' }, 'Delete');
}

/** Unlocks the keyring without a prompt, as the login of a desktop does. */
export async function unlockKeyring(bus: Bus, password: string): Promise<void> {
  const [, session] = await bus.call(SERVICE, 'OpenSession', 'sv', ['plain', new dbus.Variant('s', '')]);
  const own = { ...SERVICE, interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface' };
  const secret = [session, Buffer.alloc(0), Buffer.from(password), 'text/plain'];
  await bus.call(own, 'UnlockWithMasterPassword', 'o(oayays)', [COLLECTION, secret]);
}
