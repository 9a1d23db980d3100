// Gives profiles what `setup` writes: `setup` itself runs for the first profile of a session, and what it wrote, settings
// and keyring entry, is copied for each later one under a key id and host of its own.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bus } from '../linux/bus';
import { addKeyringEntry, keyringEntries, type KeyringEntry } from '../linux/keyring';
import { setUp } from './command';
import type { Service } from './okx';
import type { Environment } from './program';

interface Template {
  readonly settings: string;
  readonly entry: KeyringEntry;
  readonly origin: string;
}

/** Adds the test's key and wallet to the profile by `setup`. */
export async function setUpProfile(
  profile: string,
  service: Service,
  environment?: Environment
): Promise<void> {
  const { status, stderr } = await setUp(profile, service.setUpText(), environment);
  if (status !== 0) throw new Error(`setup ended with status ${status}: ${stderr}`);
}

/** The profiles of one session, which share its keyring. */
export class SetUpProfiles {
  private template: Template | undefined;

  async setUp(profile: string, service: Service): Promise<void> {
    // A profile that has settings is changed by the program itself.
    if (existsSync(settingsFile(profile))) return setUpProfile(profile, service);
    if (this.template) return copyTo(profile, service, this.template);
    await setUpProfile(profile, service);
    const settings = readFileSync(settingsFile(profile), 'utf8');
    const entries = await onSessionBus(bus => keyringEntries(bus));
    const entry = entries.find(({ account }) => settings.includes(account));
    if (entry) this.template = { settings, entry, origin: service.origin };
  }
}

const settingsFile = (profile: string) => join(profile, 'config.json');

async function copyTo(
  profile: string,
  service: Service,
  { settings, entry, origin }: Template
): Promise<void> {
  const account = randomUUID();
  const own = settings.replaceAll(entry.account, account).replaceAll(origin, service.origin);
  await onSessionBus(bus => addKeyringEntry(bus, { ...entry, account }));
  writeFileSync(settingsFile(profile), own, { mode: 0o600 });
}

async function onSessionBus<Answer>(ask: (bus: Bus) => Promise<Answer>): Promise<Answer> {
  const bus = Bus.connect();
  try {
    return await ask(bus);
  } finally {
    bus.close();
  }
}
