// The latest release at GitHub, and whether this build requests it.
import { describe, expect, it } from 'vitest';
import {
  sanitizeNotes,
  isUpdatedElsewhere,
  isNewer,
  parseRelease,
  repositoryOf
} from '../../../../electron/core/system/release';

describe('a release', () => {
  it.each([
    ['0.1.1', '0.1.0', true],
    ['0.2.0', '0.1.9', true],
    ['0.10.0', '0.9.0', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['0.9.0', '0.10.0', false],
    ['1.0.0', '1.0.0-beta.1', true],
    ['1.0.1', '1.0.0-beta.1', true],
    ['1.0.0', '1.0.0-0', true],
    ['1.0.0', '1.0.1-beta.1', false],
    ['0.9.9', '1.0.0-rc.2', false],
    ['1.0.0', '1.0.0-x-y.z+build-7', true],
    ['1.0.0', '1.0.0+build-7', false],
    ['1.0.1', '1.0.0+build', true],
    ['1.0.0', 'nonsense', false]
  ])('%s after %s: newer is %s', (found, own, is) => {
    expect(isNewer(found, own)).toBe(is);
  });

  it('is read by its tag', () => {
    expect(parseRelease('{"tag_name":"v1.2.3","body":"Faster."}')).toEqual({
      version: '1.2.3',
      notes: 'Faster.'
    });
    expect(parseRelease('{"tag_name":"1.2.3","body":null}')).toEqual({ version: '1.2.3', notes: '' });
  });

  it.each(['v1.2.3-rc.1', 'v1.2', '1.2.3/../x', 'v01.2.3', 'v1.2.3\n', 'v9999999.0.0', ''])(
    'with the tag %j is ignored',
    tag => {
      expect(parseRelease(JSON.stringify({ tag_name: tag }))).toBeNull();
    }
  );

  it('is ignored if it is a draft or a prerelease', () => {
    expect(parseRelease('{"tag_name":"v1.2.3","draft":true}')).toBeNull();
    expect(parseRelease('{"tag_name":"v1.2.3","prerelease":true}')).toBeNull();
  });

  it.each(['', '[]', 'null', '{}', '{"tag_name":7}', '<html>'])('is not read from %j', body => {
    expect(() => parseRelease(body)).toThrow(SyntaxError);
  });

  it('is not read from a reply of megabytes', () => {
    expect(() => parseRelease(JSON.stringify({ tag_name: 'v1.0.0', body: 'x'.repeat(1_100_000) }))).toThrow(
      SyntaxError
    );
  });

  it('keeps the lines of its notes, without invisible characters', () => {
    expect(sanitizeNotes('One\r\nTwo\u202e\u0000\u001b[31m\n\n\n\nThree\u200b')).toBe(
      'One\nTwo[31m\n\nThree'
    );
  });

  it('has notes that are cut by lines and by characters', () => {
    expect(sanitizeNotes('x'.repeat(100_000))).toHaveLength(3000);
    expect(sanitizeNotes('x\n'.repeat(1000)).split('\n')).toHaveLength(60);
  });
});

const installed = {
  env: {},
  execPath: '/home/me/tokentray',
  isPackaged: true,
  isStoreBuild: false,
  packageMark: undefined
};

describe('a build', () => {
  it.each([
    ['of snap', { env: { SNAP: '/snap/tokentray/1' } }],
    ['of flatpak', { env: { FLATPAK_ID: 'app.tokentray' } }],
    ['of a store', { isStoreBuild: true }],
    ['that is marked', { packageMark: 'package' }],
    ['below /usr', { execPath: '/usr/lib/tokentray/tokentray' }],
    ['below /opt', { execPath: '/opt/Tokentray/tokentray' }],
    ['of nix', { execPath: '/nix/store/x-tokentray/bin/tokentray' }]
  ])('%s is updated by others', (_, change) => {
    expect(isUpdatedElsewhere({ ...installed, ...change })).toBe(true);
  });

  it('is not updated by others if a person unpacked it, and neither is a checkout', () => {
    expect(isUpdatedElsewhere(installed)).toBe(false);
    expect(isUpdatedElsewhere({ ...installed, execPath: '/usr/bin/electron', isPackaged: false })).toBe(
      false
    );
  });
});

describe('a repository', () => {
  it.each(['github:me/app', 'me/app', 'https://github.com/me/app', 'git+https://github.com/me/app.git'])(
    'is recognised in %s',
    named => {
      expect(repositoryOf(named)).toMatchObject({ target: '/repos/me/app/releases/latest' });
      expect(repositoryOf({ type: 'git', url: named })?.page).toBe(
        'https://github.com/me/app/releases/tag/v'
      );
    }
  );

  it.each([undefined, null, 7, '', 'https://evil.example/me/app', 'me/..', 'a/b/c', 'me/app?x'])(
    'is not recognised in %j',
    named => {
      expect(repositoryOf(named)).toBeNull();
    }
  );
});
