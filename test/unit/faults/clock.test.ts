import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callsOf } from '../../fakes/call-context';
import { trayMenuOf } from '../../../electron/core/tray/menu';
import { EXAMPLE_ACCOUNT_ID } from '../../../electron/fake-okx/service/asset-rows';
import { systemClock } from '../../../electron/adapters/system/clock';
import { faultTitle } from '../../faults/table';
import { INTERVAL_MS, openStage, ROWS, TOTAL, type Stage } from './fault-stage';
import { expectFresh, keptBy, kindsOf } from './survive';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let stage: Stage;
const zone = process.env['TZ'];
beforeEach(async () => {
  process.env['TZ'] = 'Europe/Berlin';
  stage = await openStage();
  stage.app.world.clock.minuteOfDay = systemClock.minuteOfDay;
});
afterEach(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await stage.close();
});

const labels = () => trayMenuOf(stage.app.state, stage.at).map(row => ('label' in row ? row.label : ''));
const moments = async () => (await stage.points()).content?.map(({ at }) => at) ?? [];

/** Does what a person does in the menu: mutes until eight tomorrow morning. Gives that time. */
async function pauseUntilTomorrow(): Promise<string> {
  await callsOf(stage.app)['poll:pause']({ until: 'tomorrow' });
  const { pausedUntil } = stage.app.state.polling;
  await callsOf(stage.app)['poll:resume']({});
  await stage.tick();
  return new Date(pausedUntil).toISOString();
}

describe('the clock of this computer', () => {
  it(faultTitle('clock-forth-and-back'), async () => {
    const before = await keptBy(stage);
    // The service's clock continues as before.
    let aheadMs = 0;
    stage.server.setNow(() => stage.at - aheadMs);
    for (const leapMs of [2 * DAY_MS, -2 * DAY_MS, -3 * HOUR_MS, 3 * HOUR_MS]) {
      stage.at += leapMs;
      aheadMs += leapMs;
      await stage.tick();
      await expectTotal();
      stage.at += INTERVAL_MS;
      await stage.tick();
      await expectTotal();
    }
    expect(aheadMs).toBe(0);
    expect((await keptBy(stage)).holdings).toEqual(before.holdings);
    expect(kindsOf(stage)).toEqual([]);
    const kept = await moments();
    expect(kept.filter(at => before.points.some(point => point.at === at))).toHaveLength(1);
    const { portfolio } = await stage.nextStart();
    expect(portfolio).toMatchObject({ total: TOTAL, takenAt: stage.at });
    expect(stage.logged.filter(line => /^error|bug/.test(line))).toEqual([]);
  });

  it(faultTitle('time-zone-changed'), async () => {
    await quietFrom(22, 7);
    const before = await keptBy(stage);
    expect(labels().some(label => label.includes('Updated 10:00'))).toBe(true);
    process.env['TZ'] = 'Asia/Tokyo';
    expect(labels().some(label => label.includes('Updated 18:00'))).toBe(true);
    expect(await keptBy(stage)).toEqual(before);
    expect(stage.app.state.polling.nextAt).toBe(stage.at + INTERVAL_MS);
    await stage.poll();
    await expectFresh(stage);
    // Five hours later the quiet hours have begun in Tokyo, and not yet in Berlin.
    stage.at += 5 * HOUR_MS;
    stage.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => ROWS.slice(0, 2));
    await stage.tick();
    expect(stage.told).toEqual([]);
    expect((await stage.entries()).map(({ silence }) => silence)).toContain('quiet-hours');
    process.env['TZ'] = 'Europe/Berlin';
    stage.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => ROWS);
    await stage.poll();
    expect(kindsOf(stage)).toContain('arrived');
  });

  it(faultTitle('summer-time'), async () => {
    // Berlin skips an hour on 28 March 2027 and repeats one on 31 October.
    for (const [day, morning] of [
      ['2027-03-27', '2027-03-28T06:00:00.000Z'],
      ['2027-10-30', '2027-10-31T07:00:00.000Z']
    ] as const) {
      stage.at = Date.parse(`${day}T20:00Z`);
      expect(await pauseUntilTomorrow()).toBe(morning);
      const asked = stage.server.requests.length;
      const since = stage.at;
      while (stage.at < since + 10 * HOUR_MS) {
        stage.at += 15 * MINUTE_MS;
        await stage.tick();
        await expectFresh(stage);
      }
      expect(stage.server.requests.length - asked).toBe(40);
      const kept = (await moments()).filter(at => at > since);
      expect(kept.map((at, place) => at - (kept[place - 1] ?? since))).toEqual(
        kept.map(() => 15 * MINUTE_MS)
      );
    }
    expect(kindsOf(stage)).toEqual([]);
  });
});

async function quietFrom(from: number, to: number): Promise<void> {
  const { alerts } = stage.app.model.settings.choices;
  await stage.app.choose({
    alerts,
    quietHours: { isOn: true, from: from * 60, to: to * 60, letsKeysPass: false }
  });
}

/** The total is shown as of now, whatever the clock says; the one second try is not shown. */
async function expectTotal(): Promise<void> {
  const { failure, portfolio } = stage.app.state;
  expect(failure).toBe(null);
  expect(portfolio).toMatchObject({ total: TOTAL, isStale: false });
  expect(Math.abs((portfolio.takenAt ?? 0) - stage.at)).toBeLessThan(2000);
  expect((await stage.stored())?.wallets[0]?.failure).toBe(null);
}
