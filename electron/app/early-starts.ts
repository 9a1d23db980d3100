// Queues the second starts of the app until the profile is open, and then handles them in their order.
import { app } from 'electron';

export interface SecondInstances {
  /** `data`: the data that the other process sent; it is untrusted. Queued starts are answered at once. */
  answerWith(handler: (data: unknown) => void): void;
}

/**
 * Must be called before the first turn of the event loop: a command that nobody received would still end with status
 * 0.
 */
export function queueSecondInstances(): SecondInstances {
  const pending: unknown[] = [];
  let handler = (data: unknown): void => void pending.push(data);
  app.on('second-instance', (_event, _argv, _workingDirectory, data) => handler(data));
  return {
    answerWith(newHandler) {
      handler = newHandler;
      for (const data of pending.splice(0)) newHandler(data);
    }
  };
}
