// A process with a profile that polls repeatedly until it is ended: the price of all its holdings rises by one with
// each poll.
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  type TokenAsset
} from '../../../electron/fake-okx/service/asset-rows';
import { Engine } from '../../../electron/core/engine/engine';
import { createChainList } from '../../../electron/okx/chain-list';
import { openStores } from '../../../electron/profile/stores';
import { settingsAt, startWorld } from '../../fakes/app-world';

const CHAINS = ['1', '10', '137', '8453'];
const TOKENS = 10;
const folder = process.argv[2]!;
const around = await startWorld();
let wave = 1000;
around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () =>
  CHAINS.flatMap(chainIndex =>
    Array.from({ length: TOKENS }, (_, at): TokenAsset => {
      const tokenAddress = `0x${(at + 1).toString(16).padStart(40, '0')}`;
      const token = { chainIndex, tokenAddress, symbol: `T${at}`, balance: '1', tokenPrice: String(wave) };
      return { ...EXAMPLE_ASSETS[0]!, ...token };
    })
  )
);
const { chainFile, ...stores } = openStores(folder);
const chainList = createChainList(chainFile);
const settings = settingsAt(around.server.origin);
// Nothing waits for an OK: the tokens are unknown ones.
await stores.settings.write({ ...settings, choices: { ...settings.choices, guardFromUsd: '1000000' } });
const app = new Engine({
  ...around.world,
  ...stores,
  chainList,
  chains: chainList.facts,
  log: () => undefined
});
await app.load();
for (;;) {
  await app.refresh();
  // The settings are written by the same process.
  await app.choose({ hideSmall: wave % 2 === 0 });
  wave++;
  around.at += 60_000;
  process.stdout.write(`${wave}\n`);
  // Without a delay its history would grow faster than it is read.
  // eslint-disable-next-line no-restricted-syntax -- a separate process, which ends when it is killed
  await new Promise(resume => setTimeout(resume, 5));
}
