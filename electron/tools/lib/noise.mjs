// Hides the log lines of Chromium and of the D-Bus daemon; output of the app itself stays. Pure except for one reader.
import { createInterface } from 'node:readline';

// Such as "[812:1122/101500.1:ERROR:bus.cc(407)] Failed to connect", "ERR: Display.cpp:1083 (initialize): ANGLE ..."
// and "dbus-daemon[812]: [session ...".
const log = [
  /^\[\d+:\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO|VERBOSE\d?):/,
  /^(ERR|WARN): \w+\.cpp:\d+ /,
  /^dbus-daemon\[\d+\]: /
];

/** Says whether a line of standard error is a log line of Chromium or D-Bus, and no message of the app. */
export const isNoise = line => log.some(pattern => pattern.test(line));

/** Passes every other line on to our standard error. */
export function showWithoutNoise(stream) {
  createInterface({ input: stream }).on('line', line => {
    if (!isNoise(line)) process.stderr.write(`${line}\n`);
  });
}
