// Second starts of the app, in their order. One that comes while the profile is still being opened is answered when it is open.
import { app } from 'electron';

export interface SecondStarts {
  /** `data`: what the other process gave along, not to be trusted. Those that waited are answered at once. */
  answerWith(answer: (data: unknown) => void): void;
}

/** From the first turn on: a command that nobody heard would have ended with status 0 all the same. */
export function catchSecondStarts(): SecondStarts {
  const waiting: unknown[] = [];
  let answer = (data: unknown): void => void waiting.push(data);
  app.on('second-instance', (_event, _words, _folder, data) => answer(data));
  return {
    answerWith(given) {
      answer = given;
      for (const data of waiting.splice(0)) given(data);
    }
  };
}
