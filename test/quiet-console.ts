// Set up before component tests: a warning or an error on the console that the test did not expect fails it.
import { afterEach, beforeEach, expect, vi } from 'vitest';

let said: string[] = [];

beforeEach(() => {
  said = [];
  const record = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  vi.spyOn(console, 'error').mockImplementation(record);
  vi.spyOn(console, 'warn').mockImplementation(record);
});

// A test that expects words puts its own spy on the console: then nothing is recorded here.
afterEach(() => {
  expect(said, 'the console must stay quiet').toEqual([]);
});
