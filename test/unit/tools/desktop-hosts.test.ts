// Tests the table at the end of `npm run desktops`.
import { expect, it } from 'vitest';
import { HOSTS, tableOf } from '../../../electron/tools/setup/desktop-hosts.mjs';

it('has a line for each host, with what its tests saw by column, each text once', () => {
  const cell = (column: string, text: string) => ({ host: 'xfce', column, text });
  const cells = [cell('menu', 'two clicked'), cell('icon', 'dark 9.1'), cell('icon', 'light 8.2')];
  const lines = tableOf([...cells, cell('icon', 'dark 9.1')], { xfce: '4.18' });
  expect(lines.slice(0, 3)).toEqual([
    'Xfce 4.18',
    '    icon     dark 9.1; light 8.2',
    '    menu     two clicked'
  ]);
});

it('says of a host without results that no test of it passed, and why where a test said so', () => {
  const lines = tableOf([{ host: 'waybar', column: 'not run', text: 'sway refuses root' }], {});
  expect(lines).toContain('dunst: no test of it passed');
  expect(lines.slice(lines.indexOf('waybar')).slice(0, 2)).toEqual([
    'waybar',
    '    not run  sway refuses root'
  ]);
});

it('npm test drives one panel and one notification daemon', () => {
  const quick = Object.entries(HOSTS).filter(([, host]) => host.isQuick);
  expect(quick.map(([name]) => name)).toEqual(['xfce', 'dunst']);
});
