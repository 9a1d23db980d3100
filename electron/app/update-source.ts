// Creates the update check for this build, from package.json and from how the build was installed.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../../shared/domain/host';
import { openPage } from '../adapters/system/browser';
import type { Engine } from '../core/engine/engine';
import type { Http } from '../core/ports/ports';
import { isUpdatedElsewhere, repositoryOf, type Repository } from '../core/system/release';
import { acceptsTestHooks } from '../profile/test-hooks';
import { Updates } from './updates';

/** Creates the updates of this build. Tests replace GitHub by a server on this computer. */
export function createUpdates(engine: Engine, http: Http, folder: string): Updates {
  const { env, execPath } = process;
  const { repository: repositoryName, updates: packageMark } = readPackageJson();
  const isStoreBuild = process.mas === true || process.windowsStore === true;
  const managed = isUpdatedElsewhere({
    env,
    execPath,
    isPackaged: app.isPackaged,
    isStoreBuild,
    packageMark
  });
  const repository = testRepository(env['TOKENTRAY_TEST_RELEASES']) ?? repositoryOf(repositoryName);
  return new Updates({
    folder,
    http,
    now: () => engine.world.clock.now(),
    ownVersion: app.getVersion(),
    isUpdatedElsewhere: managed,
    repository,
    open: page => openPage(page, ['github.com']),
    log: engine.world.log
  });
}

function readPackageJson(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
  } catch {
    return {};
  }
}

function testRepository(origin: string | undefined): Repository | null {
  if (!origin || !acceptsTestHooks() || !LOOPBACK.test(new URL(origin).hostname)) return null;
  const defaultRepository = repositoryOf('tokentray/tokentray');
  return defaultRepository && { ...defaultRepository, origin };
}
