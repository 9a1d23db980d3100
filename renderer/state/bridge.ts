// Typed calls and events between the page and the main process.
import type { Bridge, CallName, EventName } from '../../shared/ipc/channels';
import type { EventPayloads, Request, Response } from '../../shared/ipc/contract';

declare global {
  interface Window {
    readonly tokentray: Bridge;
  }
}

/** Sends a call and waits. Expected failures are part of the answer; a rejection means an internal error. */
export function call<Name extends CallName>(name: Name, request: Request<Name>): Promise<Response<Name>> {
  return window.tokentray.call(name, request) as Promise<Response<Name>>;
}

/** Listens to an event; returns a function that stops listening. */
export function on<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayloads[Name]) => void
): () => void {
  return window.tokentray.on(name, payload => listener(payload as EventPayloads[Name]));
}
