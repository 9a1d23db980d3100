// Opens a page in the person's browser, for https URLs of the listed hosts only.
import { shell } from 'electron';

/** Throws RangeError for any other page; rejects when the system has no browser for it. */
export async function openPage(url: string, hosts: readonly string[]): Promise<void> {
  const { protocol, host, username, password } = new URL(url);
  if (protocol !== 'https:' || !hosts.includes(host) || username !== '' || password !== '')
    throw new RangeError('a page outside the list of explorers');
  await shell.openExternal(url);
}
