// Keeps the log lines of Chromium and of the D-Bus daemon off the screen; what the app says itself stays. Pure but for one reader.
import { createInterface } from 'node:readline';

// Such as "[812:1122/101500.1:ERROR:bus.cc(407)] Failed to connect", "ERR: Display.cpp:1083 (initialize): ANGLE ..." and
// "dbus-daemon[812]: [session ...".
const log = [
  /^\[\d+:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO|VERBOSE\d?):/,
  /^(ERR|WARN): \w+\.cpp:\d+ /,
  /^dbus-daemon\[\d+\]: /
];

/** Whether a line of standard error is a log of the machinery and nobody's message. */
export const isNoise = line => log.some(pattern => pattern.test(line));

/** Passes every other line on to our standard error. */
export function showWithoutNoise(stream) {
  createInterface({ input: stream }).on('line', line => {
    if (!isNoise(line)) process.stderr.write(`${line}\n`);
  });
}
