// An import that was agreed to -> the running application: what it adds or changes is asked at once, the rest goes on.
import type { App } from '../core/engine/engine';
import type { ImportPlan } from '../core/settings/import-settings';

export async function takeOver(
  app: App,
  { settings, changed, choices: differing }: ImportPlan
): Promise<void> {
  const { model, world } = app;
  const { choices, ...rest } = settings;
  const now = world.clock.now();
  const runs = changed.map(({ id }) => [id, { failuresInRow: 0, dueAt: now, bookedAt: now }] as const);
  await app.adopt({
    ...model,
    settings: { ...rest, choices: model.settings.choices },
    runs: { ...model.runs, ...Object.fromEntries(runs) }
  });
  // Only what the file changes: balances may have been hidden while the rest was written.
  await app.choose(Object.fromEntries(differing.map(name => [name, choices[name]])));
}
