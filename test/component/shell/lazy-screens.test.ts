// Screens that are loaded when they are opened: one at a time, once, and again after a failure, which is reported.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { LazyModules, lazyScreens } from '../../../renderer/shell/lazy-screens.svelte';
import { fresh } from '../../fakes/states';
import { NOW, open } from '../mount-window';

const file = vi.hoisted(() => ({ isMissing: true }));
vi.mock('../../../renderer/diagnostics/Diagnostics.svelte', importOriginal => {
  if (file.isMissing) throw new Error('the file is missing');
  return importOriginal();
});

const message = () => screen.queryByText('This page cannot be loaded.');

function fakeImports() {
  return { near: vi.fn(async () => 'the near one'), far: vi.fn(async () => 'the far one') };
}

describe('modules that are loaded when they are asked for', () => {
  it('only the module that is asked for is loaded', async () => {
    const imports = fakeImports();
    const modules = new LazyModules(imports);
    expect(modules.get('near')).toBeUndefined();
    expect(await modules.load('near')).toBe(true);
    expect(modules.get('near')).toBe('the near one');
    expect(modules.get('far')).toBeUndefined();
    expect(imports.far).not.toHaveBeenCalled();
  });

  it('a module that is asked for twice is imported once', async () => {
    const imports = fakeImports();
    const modules = new LazyModules(imports);
    const giveUp = vi.fn();
    await Promise.all([modules.load('near'), modules.open('near', giveUp), modules.load('near')]);
    await modules.open('near', giveUp);
    expect(imports.near).toHaveBeenCalledTimes(1);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('a module that cannot be loaded is given up, and tried again the next time', async () => {
    const imports = fakeImports();
    imports.near.mockRejectedValueOnce(new Error('the file is missing'));
    const modules = new LazyModules(imports);
    const giveUp = vi.fn();
    await modules.open('near', giveUp);
    expect(giveUp).toHaveBeenCalledTimes(1);
    expect(modules.hasFailed).toBe(true);
    await modules.open('near', giveUp);
    expect(giveUp).toHaveBeenCalledTimes(1);
    expect(modules.hasFailed).toBe(false);
    expect(modules.get('near')).toBe('the near one');
  });

  it('a module that is loaded ahead in vain is not reported', async () => {
    const imports = fakeImports();
    imports.far.mockRejectedValueOnce(new Error('the file is missing'));
    const modules = new LazyModules(imports);
    expect(await modules.load('far')).toBe(false);
    expect(modules.hasFailed).toBe(false);
  });
});

describe('the screens of the window', () => {
  it('a screen is loaded ahead when the pointer or the focus reaches its entry', async () => {
    const load = vi.spyOn(lazyScreens, 'load');
    await open(fresh(NOW));
    await fireEvent.pointerEnter(screen.getByRole('button', { name: 'Settings' }));
    expect(load.mock.calls).toEqual([['settings']]);
    screen.getByRole('button', { name: 'Wallets and keys' }).focus();
    expect(load).toHaveBeenLastCalledWith('wallets');
  });

  it('when the file of a screen is missing, the screen before it stays, with a message, until it is opened again', async () => {
    await open(fresh(NOW));
    const entry = screen.getByRole('button', { name: 'Diagnostics' });
    await fireEvent.click(entry);
    expect(screen.getByRole('table', { name: 'Holdings' })).toBeTruthy();
    await waitFor(() => expect(message()).toBeTruthy());
    expect(screen.getByRole('table', { name: 'Holdings' })).toBeTruthy();
    expect(entry.getAttribute('aria-current')).toBeNull();

    file.isMissing = false;
    await fireEvent.click(entry);
    expect(await screen.findByRole('heading', { name: 'Diagnostics' })).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Holdings' })).toBeNull();
    expect(message()).toBeNull();
  });
});
