// Names the keychain of this system as people know it: GNOME Keyring, KWallet, macOS Keychain, Windows Credential Manager.

/** By the name of the program that answers for secrets on the bus; a version at its end is left out before. */
const LINUX_KEYCHAINS: Readonly<Record<string, string>> = {
  'gnome-keyring-daemon': 'GNOME Keyring',
  'gnome-keyring-d': 'GNOME Keyring',
  kwalletd: 'KWallet',
  ksecretd: 'KWallet',
  keepassxc: 'KeePassXC'
};
const SYSTEM_KEYCHAINS: Readonly<Record<string, string>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager'
};

/** `program`: who keeps secrets on a Linux desktop; null: nobody, or it is not known. Null: nothing is sure. */
export function keychainNameOf(platform: string, program: string | null): string | null {
  if (platform !== 'linux') return SYSTEM_KEYCHAINS[platform] ?? null;
  if (program === null) return null;
  const key = program.replace(/\d+$/, '');
  return Object.hasOwn(LINUX_KEYCHAINS, key) ? (LINUX_KEYCHAINS[key] ?? null) : null;
}
