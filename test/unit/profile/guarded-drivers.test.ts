import { describe, expect, it } from 'vitest';
import { drivers } from '../../../electron/okx/drivers';
import { guardedDrivers } from '../../../electron/profile/guarded-drivers';
import { GOOD_TEXTS, OTHER_TEXTS, SECRET_TEXTS } from '../addresses/typed-texts';
import { ADDRESS_WALLET, WALLET } from '../okx/sample';

const guarded = guardedDrivers(drivers);

describe('a wallet that an earlier version stored', () => {
  it.each(SECRET_TEXTS)('is never asked for when it may be a key: $what', ({ text, chain }) => {
    const account = { ...WALLET, accountId: text };
    const address = { ...ADDRESS_WALLET, address: text, chains: [chain] };
    for (const plan of ['request', 'planDefi'] as const) {
      expect(() => guarded['v5-account'][plan](account, null)).toThrow('account-unknown');
      expect(() => guarded['v6-address'][plan](address, null)).toThrow('address-format');
    }
  });

  it('is asked for as before otherwise, whatever its account or address', () => {
    for (const accountId of [WALLET.accountId, 'a-1', 'account of 2023'])
      expect(guarded['v5-account'].request({ ...WALLET, accountId }, null)).toEqual(
        drivers['v5-account'].request({ ...WALLET, accountId }, null)
      );
    const others = OTHER_TEXTS.filter(({ text }) => text.length <= 256).map(({ text }) => text);
    const good = GOOD_TEXTS.flatMap(({ says, chain }) =>
      'address' in says ? [{ address: says.address, chain }] : []
    );
    for (const { address, chain } of [...good, ...others.map(text => ({ address: text, chain: '1' }))]) {
      const wallet = { ...ADDRESS_WALLET, address, chains: [chain] };
      expect(guarded['v6-address'].request(wallet, null)).toEqual(
        drivers['v6-address'].request(wallet, null)
      );
    }
  });
});
