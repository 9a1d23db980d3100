// Tests that after a kill at any moment, the next start shows the last total with its age at once, before any request.
import { watch } from 'node:fs';
import { momentText } from '../../shared/text/time';
import { faultTitle } from '../faults/table';
import { readTotal } from './app/command';
import { until } from './app/deadline';
import type { Desktop } from './linux/desktop';
import { ageSnapshot, hasSnapshot, storedTakenAt } from './app/profile';
import type { Program } from './app/program';
import { EXACT_TOTAL, SHOWN_TOTAL, type Service } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const HOUR_MS = 60 * 60_000;

interface Moment {
  readonly name: string;
  /** Resolves at the moment when the app is to be killed. */
  come(program: Program, service: Service, desktop: Desktop, profile: string): Promise<unknown>;
}

function fileEvents(profile: string, count: number): Promise<void> {
  return new Promise(done => {
    let left = count;
    const watcher = watch(profile, { recursive: true }, (_kind, name) => {
      if (!/snapshot|history|config/.test(name ?? '') || --left > 0) return;
      watcher.close();
      done();
    });
  });
}

const MOMENTS: readonly Moment[] = [
  { name: 'as soon as the process exists', come: program => until('a process', () => program.child.pid) },
  { name: 'when the tray item appears', come: (_program, _service, desktop) => desktop.tray() },
  {
    name: 'while a reply is on its way',
    come(_program, service) {
      const before = service.requestCount;
      service.standIn.injectFault({ kind: 'slow-body', ms: 60_000 });
      return until('a request', () => service.requestCount > before);
    }
  },
  { name: 'at the first write to a file', come: (_p, _s, _d, profile) => fileEvents(profile, 1) },
  { name: 'in the middle of the writes', come: (_p, _s, _d, profile) => fileEvents(profile, 3) }
];

test(faultTitle('killed-anywhere'), async ({ desktop, launch, start, profile, provide, service }) => {
  await provide();
  const healthy = start('--hidden');
  await desktop.row(new RegExp(`^\\${SHOWN_TOTAL}`));
  await until('a stored snapshot', () => hasSnapshot(profile));
  await healthy.kill();
  await desktop.noTrayItem();

  for (const { name, come } of MOMENTS) {
    await test.step(name, async () => {
      const victim = start('--hidden');
      await come(victim, service, desktop, profile);
      await victim.kill();
      await desktop.noTrayItem();
      service.standIn.clearFaults();
      expect((await readTotal(profile)).total).toBe(EXACT_TOTAL);

      service.standIn.injectFault({ kind: 'silence' });
      const before = service.requestCount;
      const next = start('--hidden');
      expect(await desktop.topRow()).toMatch(new RegExp(`^\\${SHOWN_TOTAL}`));
      expect(service.requestCount).toBe(before);
      await desktop.row(/^(Updated|Stale since) .* · all answered$/);
      await next.kill();
      await desktop.noTrayItem();
      service.standIn.clearFaults();
    });
  }

  ageSnapshot(profile, 3 * HOUR_MS);
  const takenAt = storedTakenAt(profile);
  service.standIn.injectFault({ kind: 'silence' });
  const page = await (await launch()).page();
  await desktop.row(new RegExp(`^Stale since ${momentText(takenAt, Date.now())}`));
  await expectTotal(page, SHOWN_TOTAL);
  await expect(page.getByText(/3 h old/).first()).toBeVisible();
  expect(await readTotal(profile)).toMatchObject({ total: EXACT_TOTAL, state: 'stale', status: 3 });
});
