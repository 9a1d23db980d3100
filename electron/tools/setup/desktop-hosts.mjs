// The real programs that `npm run desktops` drives: panels, notification daemons, bars and shells, with their packages. Pure.

/**
 * `title`: in the table; `package`: whose version is named; `needs`: packages besides those of every host, one of each
 * list; `root`: packages that are installed in a Debian of their own. `isQuick`: npm test drives it too.
 * @type {Record<string, { title: string, package: string, needs: string[][], root?: string[], isQuick?: boolean }>}
 */
export const HOSTS = {
  xfce: { title: 'Xfce', package: 'xfce4-panel', needs: [['xfce4-panel'], ['xfconf']], isQuick: true },
  dunst: { title: 'dunst', package: 'dunst', needs: [['dunst']], isQuick: true },
  notifyd: {
    title: 'xfce4-notifyd',
    package: 'xfce4-notifyd',
    needs: [['xfce4-notifyd'], ['xfce4-panel'], ['xfconf']]
  },
  waybar: { title: 'waybar', package: 'waybar', needs: [['sway'], ['waybar']] },
  swaybar: { title: 'swaybar', package: 'sway', needs: [['sway']] },
  plasma: {
    title: 'KDE Plasma',
    package: 'plasma-workspace',
    needs: [['mmdebstrap']],
    root: ['plasma-desktop', 'kwin-x11', 'kded5', 'breeze', 'breeze-icon-theme']
  },
  gnome: {
    title: 'GNOME Shell',
    package: 'gnome-shell',
    needs: [['mmdebstrap']],
    root: ['gnome-shell', 'gnome-shell-extension-appindicator', 'gjs', 'adwaita-icon-theme']
  },
  polybar: { title: 'polybar', package: 'polybar', needs: [['polybar'], ['xfce4-panel'], ['xfconf']] }
};

/** What clicks, and what looks. */
export const OF_EVERY_HOST = [['xdotool'], ['x11-apps']];

/** The columns of the table, in this order. */
const COLUMNS = ['icon', 'menu', 'toast', 'history', 'output', 'not run'];

/** Lines of the table at the end. `cells`: { host, column, text } of the tests; `versions`: by host. */
export function tableOf(cells, versions) {
  return Object.entries(HOSTS).flatMap(([host, { title }]) => {
    const own = cells.filter(cell => cell.host === host);
    const lines = COLUMNS.flatMap(column => {
      const texts = own.filter(cell => cell.column === column).map(({ text }) => text);
      return texts.length === 0 ? [] : [`    ${column.padEnd(9)}${[...new Set(texts)].join('; ')}`];
    });
    const head = [title, versions[host]].filter(Boolean).join(' ');
    return [lines.length === 0 ? `${head}: no test of it passed` : head, ...lines];
  });
}
