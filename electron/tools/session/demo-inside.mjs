// Runs inside the demo's virtual session: provides its desktop, runs the app, and prints what the desktop received.
import { startDesktop } from './demo-desktop.mjs';
import { runApp } from './launch.mjs';
import { attempt, say } from '../lib/say.mjs';

const readEveryMs = 300;

await attempt(async () => {
  const [executable, ...options] = process.argv.slice(2);
  // Electron looks for a panel once, when its tray is created, so the desktop must be there before the app.
  const desktop = await startDesktop();
  const reading = setInterval(() => void desktop.readTray(), readEveryMs);
  const status = await runApp(executable, options, { isQuiet: true });
  clearInterval(reading);
  desktop.stop();
  process.stdout.write(`${receivedLines(desktop).join('\n')}\n`);
  const missing = [
    desktop.rows.length === 0 && 'tray menu',
    desktop.notifications.length === 0 && 'notification'
  ];
  for (const name of missing.filter(Boolean)) say(`The desktop received no ${name}.`);
  return status || (missing.some(Boolean) ? 1 : 0);
});

function receivedLines({ tooltip, rows, notifications }) {
  return [
    '',
    'What the desktop received (over D-Bus)',
    '  Tray tooltip',
    `    ${tooltip || '(none)'}`,
    '  Tray menu',
    ...indentedRows(rows, '    '),
    '  Notifications',
    ...notifications.flatMap(({ title, body }) => [`    ${title}`, ...(body ? [`      ${body}`] : [])])
  ];
}

function indentedRows(rows, indent) {
  return rows.flatMap(row => [
    `${indent}${row.isSeparator ? '──' : row.label}`,
    ...indentedRows(row.rows, `${indent}  `)
  ]);
}
