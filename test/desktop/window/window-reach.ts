// Gives everything that the window, or a script in it, can access, as one text.
import type { Page } from 'playwright/test';
import type { Bridge } from '../../../shared/ipc/channels';

/** The page with its fields, the answers and pushes of the bridge, the storages of the browser, and the address. */
export async function everythingInReach(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    const databases = await indexedDB.databases();
    const pushed: unknown[] = [];
    for (const name of ['state:changed', 'view:show', 'notice:shown'] as const)
      tokentray.on(name, payload => pushed.push(payload));
    await tokentray.call('poll:refresh', {});
    if (pushed.length === 0) throw new Error('a poll pushed no state to the window');
    const parts = [
      document.documentElement.outerHTML,
      ...fields.map(field => field.value),
      await tokentray.call('state:read', {}),
      await tokentray.call('diagnostics:read', {}),
      pushed,
      Object.keys(tokentray),
      { ...window.localStorage },
      { ...window.sessionStorage },
      document.cookie,
      databases,
      history.state,
      location.href,
      window.name,
      performance.getEntries().map(entry => entry.name)
    ];
    return parts.map(part => (typeof part === 'string' ? part : JSON.stringify(part))).join('\n');
  });
}

/** The result of a call that is not in the contract: it must be refused. */
export async function strangeCall(page: Page, name: string): Promise<'refused' | 'answered'> {
  return page.evaluate(async called => {
    const { tokentray } = window as unknown as {
      tokentray: { call(name: string, request: unknown): Promise<unknown> };
    };
    try {
      await tokentray.call(called, {});
      return 'answered';
    } catch {
      return 'refused';
    }
  }, name);
}
