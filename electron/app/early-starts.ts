// Queues the second starts of the app until the profile is open, and then handles them in their order.
import { app } from 'electron';

export interface SecondInstances {
  /** `data`: what the other process gave along, not to be trusted. Those that waited are answered at once. */
  answerWith(handler: (data: unknown) => void): void;
}

/** From the first turn on: a command that nobody heard would have ended with status 0 all the same. */
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
