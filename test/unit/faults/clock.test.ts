import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callsOf } from '../../fakes/call-context';
import { trayMenuOf } from '../../../electron/core/tray/menu';
import { EXAMPLE_ACCOUNT_ID } from '../../../electron/fake-okx/service/asset-rows';
import { systemClock } from '../../../electron/adapters/system/clock';
import { faultTitle } from '../../faults/table';
import { INTERVAL_MS, openFaultSetup, ROWS, TOTAL, type FaultSetup } from './fault-setup';
import { expectFresh, keptBy, kindsOf } from './survive';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let setup: FaultSetup;
const zone = process.env['TZ'];
beforeEach(async () => {
  process.env['TZ'] = 'Europe/Berlin';
  setup = await openFaultSetup();
  setup.app.world.clock.minuteOfDay = systemClock.minuteOfDay;
});
afterEach(async () => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await setup.close();
});

const labels = () => trayMenuOf(setup.app.state, setup.at).map(row => ('label' in row ? row.label : ''));
const moments = async () => (await setup.points()).content?.map(({ at }) => at) ?? [];

/** Does what a person does in the menu: mutes until eight tomorrow morning. Gives that time. */
async function pauseUntilTomorrow(): Promise<string> {
  await callsOf(setup.app)['poll:pause']({ until: 'tomorrow' });
  const { pausedUntil } = setup.app.state.polling;
  await callsOf(setup.app)['poll:resume']({});
  await setup.tick();
  return new Date(pausedUntil).toISOString();
}

describe('the clock of this computer', () => {
  it(faultTitle('clock-forth-and-back'), async () => {
    const before = await keptBy(setup);
    // The service's clock continues as before.
    let aheadMs = 0;
    setup.server.setNow(() => setup.at - aheadMs);
    for (const leapMs of [2 * DAY_MS, -2 * DAY_MS, -3 * HOUR_MS, 3 * HOUR_MS]) {
      setup.at += leapMs;
      aheadMs += leapMs;
      await setup.tick();
      await expectTotal();
      setup.at += INTERVAL_MS;
      await setup.tick();
      await expectTotal();
    }
    expect(aheadMs).toBe(0);
    expect((await keptBy(setup)).holdings).toEqual(before.holdings);
    expect(kindsOf(setup)).toEqual([]);
    const kept = await moments();
    expect(kept.filter(at => before.points.some(point => point.at === at))).toHaveLength(1);
    const { portfolio } = await setup.nextStart();
    expect(portfolio).toMatchObject({ total: TOTAL, takenAt: setup.at });
    expect(setup.logged.filter(line => /^error|bug/.test(line))).toEqual([]);
  });

  it(faultTitle('time-zone-changed'), async () => {
    await quietFrom(22, 7);
    const before = await keptBy(setup);
    expect(labels().some(label => label.includes('Updated 10:00'))).toBe(true);
    process.env['TZ'] = 'Asia/Tokyo';
    expect(labels().some(label => label.includes('Updated 18:00'))).toBe(true);
    expect(await keptBy(setup)).toEqual(before);
    expect(setup.app.state.polling.nextAt).toBe(setup.at + INTERVAL_MS);
    await setup.poll();
    await expectFresh(setup);
    // Five hours later the quiet hours have begun in Tokyo, and not yet in Berlin.
    setup.at += 5 * HOUR_MS;
    setup.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [...ROWS.slice(0, 2), { ...ROWS[2]!, balance: '1' }]);
    await setup.tick();
    expect(setup.notified).toEqual([]);
    expect((await setup.entries()).map(({ silence }) => silence)).toContain('quiet-hours');
    process.env['TZ'] = 'Europe/Berlin';
    setup.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => ROWS);
    await setup.poll();
    expect(kindsOf(setup)).toContain('arrived');
  });

  it(faultTitle('summer-time'), async () => {
    // Berlin skips an hour on 28 March 2027 and repeats one on 31 October.
    for (const [day, morning] of [
      ['2027-03-27', '2027-03-28T06:00:00.000Z'],
      ['2027-10-30', '2027-10-31T07:00:00.000Z']
    ] as const) {
      setup.at = Date.parse(`${day}T20:00Z`);
      expect(await pauseUntilTomorrow()).toBe(morning);
      const requestCount = setup.server.requests.length;
      const since = setup.at;
      while (setup.at < since + 10 * HOUR_MS) {
        setup.at += 15 * MINUTE_MS;
        await setup.tick();
        await expectFresh(setup);
      }
      expect(setup.server.requests.length - requestCount).toBe(40);
      const kept = (await moments()).filter(at => at > since);
      expect(kept.map((at, place) => at - (kept[place - 1] ?? since))).toEqual(
        kept.map(() => 15 * MINUTE_MS)
      );
    }
    expect(kindsOf(setup)).toEqual([]);
  });
});

async function quietFrom(from: number, to: number): Promise<void> {
  const { alerts } = setup.app.model.settings.choices;
  await setup.app.choose({
    alerts,
    quietHours: { isOn: true, from: from * 60, to: to * 60, letsKeysPass: false }
  });
}

/** The total is shown as of now, whatever the clock says; the one second try is not shown. */
async function expectTotal(): Promise<void> {
  const { failure, portfolio } = setup.app.state;
  expect(failure).toBe(null);
  expect(portfolio).toMatchObject({ total: TOTAL, isStale: false });
  expect(Math.abs((portfolio.takenAt ?? 0) - setup.at)).toBeLessThan(2000);
  expect((await setup.stored())?.wallets[0]?.failure).toBe(null);
}
