import { expect, it } from 'vitest';
import { mayReviveWindow } from '../../../../electron/core/system/window-placement';

const MINUTE_MS = 60_000;
const NOW = 100 * MINUTE_MS;
const ago = (...minutes: number[]) => minutes.map(each => NOW - each * MINUTE_MS);

it.each<[string, number[], boolean]>([
  ['for the first time', [], true],
  ['for the third time within five minutes', ago(4, 0), true],
  ['not for the fourth time within five minutes', ago(4.9, 2, 0), false],
  ['again once the first of three is five minutes old', ago(5, 2, 0), true],
  ['however often it failed long ago', ago(90, 80, 70, 60, 50, 40), true],
  ['not for the fourth time, however many came before', ago(90, 80, 4, 3, 2), false]
])('a window that failed comes back %s', (_when, earlier, may) => {
  expect(mayReviveWindow(earlier, NOW)).toBe(may);
});
