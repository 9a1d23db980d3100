import { expect, it } from 'vitest';
import { AUTUMN } from './year/autumn';
import { EXPECTED } from './year/expected';
import { DAY_MS, moment } from './year/moments';
import { Play, type Deed } from './year/play';
import { SUMMER } from './year/summer';
import { WINTER } from './year/winter';

const SCRIPT: readonly Deed[] = [...WINTER, ...SUMMER, ...AUTUMN];

const DAYS = new Set(SCRIPT.map(([when]) => dayOf(moment(when))));

function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/** Around the deeds nothing flutters, so that every number can be worked out by hand. */
function isBusy(at: number): boolean {
  return [-1, 0, 1, 2].some(days => DAYS.has(dayOf(at) - days));
}

it('a year of more than 20,000 polls tells exactly what its script makes worth telling', async () => {
  const play = new Play();
  await play.run(SCRIPT, isBusy);
  expect(play.polls).toBeGreaterThan(20_000);
  expect(play.told).toEqual(EXPECTED);
}, 120_000);
