import { describe, expect, it } from 'vitest';
import { keychainNameOf } from '../../../../electron/core/system/keychain-name';

describe('the name of the keychain', () => {
  it.each([
    ['linux', 'gnome-keyring-daemon', 'GNOME Keyring'],
    ['linux', 'kwalletd5', 'KWallet'],
    ['linux', 'kwalletd6', 'KWallet'],
    ['linux', 'ksecretd', 'KWallet'],
    ['linux', 'keepassxc', 'KeePassXC'],
    ['darwin', null, 'macOS Keychain'],
    ['win32', null, 'Windows Credential Manager']
  ])('on %s with %s it is known', (platform, program, name) => {
    expect(keychainNameOf(platform, program)).toBe(name);
  });

  it.each([
    ['linux', null],
    ['linux', 'org.freedesktop.secrets'],
    ['linux', 'constructor'],
    ['freebsd', 'gnome-keyring-daemon']
  ])('on %s with %s nothing is claimed', (platform, program) => {
    expect(keychainNameOf(platform, program)).toBeNull();
  });
});
