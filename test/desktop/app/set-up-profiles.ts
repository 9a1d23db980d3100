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
  /** Kept open: gnome-keyring ends when a client leaves the bus right after its answer, once in some hundred times. */
  private readonly bus = Bus.connect();

  async setUp(profile: string, service: Service): Promise<void> {
    // A profile that has settings is changed by the program itself.
    if (existsSync(settingsFile(profile))) return setUpProfile(profile, service);
    if (this.template) return copyTo(this.bus, profile, service, this.template);
    await setUpProfile(profile, service);
    const settings = readFileSync(settingsFile(profile), 'utf8');
    const entries = await keyringEntries(this.bus);
    const entry = entries.find(({ account }) => settings.includes(account));
    if (entry) this.template = { settings, entry, origin: service.origin };
  }

  stop(): void {
    this.bus.close();
  }
}

const settingsFile = (profile: string) => join(profile, 'config.json');

async function copyTo(
  bus: Bus,
  profile: string,
  service: Service,
  { settings, entry, origin }: Template
): Promise<void> {
  const account = randomUUID();
  const own = settings.replaceAll(entry.account, account).replaceAll(origin, service.origin);
  await addKeyringEntry(bus, { ...entry, account });
  writeFileSync(settingsFile(profile), own, { mode: 0o600 });
}
