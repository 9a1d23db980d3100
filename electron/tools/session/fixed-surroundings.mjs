// What makes screenshots the same on every run, besides the session's own language, zone and fonts: one moment, one
// port, one way to draw.
import { createServer } from 'node:net';

/** A Tuesday afternoon. */
const moment = '2026-11-24T16:20:00Z';
/** The host of the demo is in some screenshots. The port is below the range from which systems assign ports. */
export const demoPort = 24_042;

/**
 * Switches of Chromium: no animation and no transition, no settings of the screen, and each screenshot drawn again as
 * a whole.
 */
export const stillSwitches = [
  '--force-prefers-reduced-motion',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--disable-lcd-text',
  '--disable-gpu',
  '--disable-partial-raster',
  '--num-raster-threads=1',
  '--default-tile-width=2048',
  '--default-tile-height=2048'
];

export const stillVariables = {
  TOKENTRAY_TEST_CLOCK: moment,
  TOKENTRAY_TEST_DEMO_PORT: String(demoPort)
};

/** Says whether no program listens on this port of 127.0.0.1. */
export function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
