// Where this very build looks for updates, and whether it is its business: what package.json and the system say of it.
import { app as electron } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../../shared/domain/host';
import { openPage } from '../adapters/system/browser';
import type { Engine } from '../core/engine/engine';
import type { Http } from '../core/ports/ports';
import { isUpdatedElsewhere, repositoryOf, type Repository } from '../core/system/release';
import { hearsTests } from '../profile/test-hooks';
import { Updates } from './updates';

/** Of this build. Tests name a server of this computer in the place of GitHub. */
export function updatesOf(app: Engine, http: Http, folder: string): Updates {
  const { env, execPath } = process;
  const { repository: named, updates: mark } = packageFacts();
  const isOfStore = process.mas === true || process.windowsStore === true;
  const managed = isUpdatedElsewhere({
    env,
    execPath,
    isPackaged: electron.isPackaged,
    isStoreBuild: isOfStore,
    packageMark: mark
  });
  const repository = testRepository(env['TOKENTRAY_TEST_RELEASES']) ?? repositoryOf(named);
  return new Updates({
    folder,
    http,
    now: () => app.world.clock.now(),
    own: electron.getVersion(),
    isManaged: managed,
    repository,
    open: page => openPage(page, ['github.com']),
    log: app.world.log
  });
}

function packageFacts(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(electron.getAppPath(), 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
  } catch {
    return {};
  }
}

function testRepository(origin: string | undefined): Repository | null {
  if (!origin || !hearsTests() || !LOOPBACK.test(new URL(origin).hostname)) return null;
  const known = repositoryOf('tokentray/tokentray');
  return known && { ...known, origin };
}
