// The language of everything that main draws: that of the system, or the choice of the user, at once.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { trayViewOf } from '../../../../electron/core/tray/tray-view';
import { language } from '../../../../shared/domain/language';
import { startWorld, type AppWorld } from '../../../fakes/app-world';

let around: AppWorld;
beforeEach(async () => {
  around = await startWorld();
});
afterEach(() => around.close());

async function started(preferredLanguages: readonly string[]): Promise<Engine> {
  const app = new Engine({ ...around.world, preferredLanguages });
  await app.load();
  return app;
}

function quit(app: Engine): string {
  const last = trayViewOf(app.state, app.world.clock.now()).rows.at(-1);
  return last && 'label' in last ? last.label : '';
}

it('the language is that of the system at first, and that of the user from the choice on', async () => {
  const app = await started(['zh-Hans-CN', 'en-US']);
  expect([app.state.language, language(), quit(app)]).toEqual(['zh', 'zh', '退出']);
  await app.choose({ language: 'en' });
  expect([app.state.language, language(), quit(app)]).toEqual(['en', 'en', 'Quit']);
  await app.choose({ language: 'system' });
  expect(language()).toBe('zh');
  await app.stop();
});

it('the language is set before the surfaces draw', async () => {
  const languages: string[] = [];
  around.world.surfaces.draw = () => void languages.push(language());
  const app = await started(['zh-CN']);
  await app.choose({ language: 'en' });
  expect([languages[0], languages.at(-1)]).toEqual(['zh', 'en']);
  await app.stop();
});
