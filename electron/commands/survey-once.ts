// Who does what on this desktop, asked once and let go: for a process that shows nothing there itself.
import type { Surveyed } from '../core/diagnostics/desktop-checks';

const BUS_MS = 2000;

/** `no-bus`: nobody answers within two seconds; null on other systems, which have none. */
export async function surveyOnce(env: Readonly<Record<string, string | undefined>>): Promise<Surveyed> {
  if (process.platform !== 'linux') return null;
  const { watchDesktopBus } = await import('../adapters/dbus/desktop-bus');
  let heard: () => void = () => undefined;
  const late = new Promise<void>(resume => setTimeout(resume, BUS_MS));
  const known = new Promise<void>(resume => (heard = resume));
  const bus = watchDesktopBus({
    env,
    uptimeMs: () => performance.now(),
    // The link counts as made a moment after the first facts came over it.
    onChange: facts => void (facts.takesNotices !== null && setTimeout(heard, BUS_MS / 10))
  });
  await Promise.race([known, late]);
  const found = await bus.survey();
  bus.stop();
  // This process has no icon: whether it is among those of the host says nothing.
  return found === null ? 'no-bus' : { ...found, isInTray: null };
}
