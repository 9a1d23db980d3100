// What the handlers of the window's calls are given in tests: a real engine, and refusals for all that is outside of it.
import type { CallContext, Calls, HandlerContext } from '../../electron/ipc/call-types';
import { createCalls } from '../../electron/ipc/handlers';
import type { Engine } from '../../electron/core/engine/engine';

type Outside = Omit<CallContext, 'engine'>;
export type OutsideParts = { readonly [Part in keyof Outside]?: Partial<Outside[Part]> };

/** Every member that is not given throws, with its name: a test that reaches it has to give it. */
export function callContext(engine: Engine, given: OutsideParts = {}): HandlerContext {
  const part = <Name extends keyof Outside>(name: Name) => {
    const members: object = { ...given[name] };
    return new Proxy(members, {
      get: (_, member) => Reflect.get(members, member) ?? notGiven(`${name}.${String(member)}`)
    }) as Outside[Name];
  };
  return {
    engine,
    lastSaved: { path: null },
    dialogs: part('dialogs'),
    browser: part('browser'),
    desktop: part('desktop'),
    profile: part('profile'),
    diagnose: (given.diagnose as Outside['diagnose'] | undefined) ?? notGiven('diagnose')
  };
}

export function callsOf(engine: Engine, given: OutsideParts = {}): Calls {
  return createCalls(callContext(engine, given));
}

function notGiven(name: string): () => never {
  return () => {
    throw new Error(`this test gives no ${name}`);
  };
}
