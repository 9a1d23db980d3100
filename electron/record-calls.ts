// The window's calls about what was: the activity, the history, and a bad point of it.
import type { Response } from '../shared/contract';
import type { HistoryDot } from '../shared/state';
import type { Range } from '../shared/record-calls';
import type { App } from './app';
import type { Calls } from './calls';
import type { HistoryPoint } from './core/history';
import { needsOf, rangeDots } from './core/ranges';

/** As long as the activity is kept. */
const ACTIVITY_MS = 90 * 24 * 60 * 60_000;

type RecordCalls = Pick<Calls, 'activity:read' | 'history:read' | 'history:delete'>;

export function recordCallsOf(app: App): RecordCalls {
  const { world } = app;
  return {
    async 'activity:read'() {
      const { content } = await world.activity.read(world.clock.now() - ACTIVITY_MS);
      return { entries: content ?? [] };
    },
    'history:read': async ({ range }) => ({ dots: await dotsOfRange(app, range) }),
    'history:delete': ({ at }) => deletePoint(app, at)
  };
}

/** The line ends at the last point, however long ago it was made. */
async function dotsOfRange({ world, model }: App, range: Range): Promise<HistoryDot[]> {
  const now = world.clock.now();
  const points: HistoryPoint[] = model.points.slice(-1);
  for (const { resolution, since } of needsOf(range, now))
    points.push(...((await world.history.read(resolution, since)).content ?? []));
  return rangeDots(range, points, now);
}

/** A point that cannot be taken out of the files stays in the line, too. */
async function deletePoint(app: App, at: number): Promise<Response<'history:delete'>> {
  try {
    if (!(await app.world.history.remove(at))) return { done: false };
  } catch (thrown) {
    app.world.log('error', 'a point could not be deleted', thrown);
    return { done: false };
  }
  await app.adopt({ ...app.model, points: app.model.points.filter(point => point.at !== at) });
  return { done: true };
}
