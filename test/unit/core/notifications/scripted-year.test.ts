import { expect, it } from 'vitest';
import { AUTUMN } from '../../../fixtures/year/autumn';
import { EXPECTED } from '../../../fixtures/year/expected';
import { DAY_MS, moment } from '../../../fixtures/year/moments';
import { Play, type Deed } from '../../../fixtures/year/play';
import { SUMMER } from '../../../fixtures/year/summer';
import { WINTER } from '../../../fixtures/year/winter';

const SCRIPT: readonly Deed[] = [...WINTER, ...SUMMER, ...AUTUMN];

const DAYS = new Set(SCRIPT.map(([when]) => dayOf(moment(when))));

function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/** Near the actions of the script there is no noise, so that every number can be computed by hand. */
function isBusy(at: number): boolean {
  return [-1, 0, 1, 2].some(days => DAYS.has(dayOf(at) - days));
}

it('a scripted year of more than 20,000 polls gives exactly the expected notifications', async () => {
  const play = new Play();
  await play.run(SCRIPT, isBusy);
  expect(play.polls).toBeGreaterThan(20_000);
  expect(play.checking / play.polls).toBeLessThan(0.01);
  expect(play.told).toEqual(EXPECTED);
}, 120_000);
