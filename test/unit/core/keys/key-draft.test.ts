import { describe, expect, it } from 'vitest';
import { keyDraftOf, upsert, withDraft } from '../../../../electron/core/keys/key-draft';
import { connectFailureOf } from '../../../../electron/core/keys/form-failure';
import type { ConnectForm } from '../../../../shared/ipc/contract';
import { Failure, FAILURE_CODES } from '../../../../shared/domain/failure';
import { KEY, NOW, walletOf } from '../../../fakes/holdings';
import { settingsOf } from '../../../fakes/world';

const FORM: ConnectForm = {
  name: 'Cold wallet',
  apiKey: 'key-1',
  secretKey: 'secret-1',
  passphrase: 'my pass',
  projectId: '',
  accountId: 'a-1',
  host: 'https://www.okx.com',
  chains: [],
  thisSessionOnly: false
};
const ids = () => {
  let count = 0;
  return () => `new-${++count}`;
};

describe('the key and the wallet of a form', () => {
  it('are new for a new account, with the typed values without blanks around them', () => {
    const draft = keyDraftOf(
      { ...FORM, secretKey: ' secret-1 ', host: 'www.okx.com' },
      settingsOf([]),
      ids()
    );
    expect(draft).toMatchObject({
      key: { id: 'new-1', name: 'OKX 2', host: 'https://www.okx.com', keptIn: 'keychain' },
      wallets: [{ id: 'new-2', keyId: 'new-1', accountId: 'a-1', name: 'Cold wallet' }],
      credentials: { secretKey: 'secret-1', passphrase: 'my pass', projectId: null }
    });
  });

  it('replace the old key and wallet at the same index when the account is watched already', () => {
    const settings = settingsOf([walletOf({ accountId: 'a-1' }), walletOf({ id: 'w2', accountId: 'b' })]);
    const next = withDraft(settings, keyDraftOf({ ...FORM, name: 'Renamed' }, settings, ids()));
    expect(next.wallets.map(({ id, name }) => [id, name])).toEqual([
      ['w1', 'Renamed'],
      ['w2', 'Cold wallet']
    ]);
    expect(next.keys).toHaveLength(1);
    expect(next.keys[0]).toMatchObject({ id: KEY.id, host: 'https://www.okx.com' });
    expect(JSON.stringify(next)).not.toContain('secret-1');
  });

  it('of a session key leave the old key in the keychain, where "Remove key" finds it', () => {
    const settings = settingsOf([walletOf({ accountId: 'a-1' })]);
    const draft = keyDraftOf({ ...FORM, thisSessionOnly: true }, settings, ids());
    expect(draft.key).toMatchObject({ id: 'new-1', keptIn: 'session' });
    expect(withDraft(settings, draft).keys.map(({ id }) => id)).toEqual([KEY.id, 'new-1']);
  });

  it('are replaced at their index, or added at the end', () => {
    const items = [{ id: 'a' }, { id: 'b' }];
    expect(upsert(items, { id: 'a', is: 'new' } as never)).toEqual([{ id: 'a', is: 'new' }, { id: 'b' }]);
    expect(upsert(items, { id: 'c' })).toEqual([...items, { id: 'c' }]);
  });
});

describe('a refusal', () => {
  it.each([
    ['key-unknown', 'apiKey'],
    ['secret-wrong', 'secretKey'],
    ['passphrase-wrong', 'passphrase'],
    ['account-unknown', 'accountId'],
    ['not-okx', 'host'],
    ['offline', null],
    ['rate-limited', null],
    ['clock-wrong', null],
    ['keychain-missing', null]
  ] as const)('for %s points at the field %j', (code, field) =>
    expect(connectFailureOf(new Failure(code), NOW)).toMatchObject({
      outcome: 'failed',
      code,
      field,
      at: NOW
    })
  );

  it('contains the allowed facts, and nothing about the cause', () => {
    const cause = new Error('secret-1');
    for (const code of FAILURE_CODES) {
      const refusal = connectFailureOf(
        new Failure(code, { serviceCode: '50111', host: 'h', clockOffsetMs: 5, cause }),
        NOW
      );
      expect(refusal).toMatchObject({ serviceCode: '50111', host: 'h', clockOffsetMs: 5 });
      expect(JSON.stringify(refusal)).not.toContain('secret-1');
    }
  });
});
