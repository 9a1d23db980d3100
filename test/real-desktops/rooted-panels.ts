// KDE Plasma and GNOME Shell, each from a Debian of its own, drawn by the processor.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DebianRoot } from './debian-root';
import { SCREEN, type Panel } from './real-desktop';

const OF_BOTH = { LIBGL_ALWAYS_SOFTWARE: '1', XDG_SESSION_TYPE: 'x11', XDG_CONFIG_DIRS: '/etc/xdg' };

const PLASMA_PANEL_PX = 48;
/** Of its clock and what is right of that. */
const PLASMA_CLOCK_PX = 150;
const PLASMA_TRAY_PX = 150;
const GNOME_BAR_PX = 32;

/** ms; its usual five seconds may be over before a toast that the processor draws is looked at. */
const LONG_TOASTS = { plasmanotifyrc: '[Notifications]\nPopupTimeout=120000\n' };

/** Breeze is light as it comes; `scheme`: of colours, whose dark one the panel follows. */
const plasma = (what: string, ink: Panel['ink'], settings: Record<string, string> = {}): Panel => ({
  host: 'plasma',
  what,
  desktop: 'KDE',
  ink,
  tray: {
    left: SCREEN.width - PLASMA_CLOCK_PX - PLASMA_TRAY_PX,
    top: SCREEN.height - PLASMA_PANEL_PX,
    width: PLASMA_TRAY_PX,
    height: PLASMA_PANEL_PX
  },
  menuClass: 'plasmashell',
  async start(desktop) {
    const files = { ...LONG_TOASTS, ...settings };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(desktop.folder, name), text);
    const own = { XDG_CURRENT_DESKTOP: 'KDE', KDE_FULL_SESSION: 'true', KDE_SESSION_VERSION: '5' };
    const root = new DebianRoot(desktop, { ...OF_BOTH, ...own, QT_QUICK_BACKEND: 'software' });
    await root.startSystemBus();
    // It is no command of the path: the bus starts it on a usual desktop. The shell ends without it.
    root.spawn('sh', '-c', 'exec /usr/lib/*/libexec/kactivitymanagerd');
    for (const program of ['kded5', 'kwin_x11']) root.spawn(program);
    await desktop.owned('org.kde.ActivityManager');
    root.spawn('plasmashell');
    await desktop.owned('org.freedesktop.Notifications');
  }
});

export const PLASMA_LIGHT = plasma('Plasma as it comes', 'plate');
export const PLASMA_DARK = plasma('Plasma with Breeze Dark', 'light', {
  plasmarc: '[Theme]\nname=breeze-dark\n'
});

export const GNOME: Panel = {
  host: 'gnome',
  what: 'the bar of GNOME',
  desktop: 'GNOME',
  ink: 'light',
  tray: { left: SCREEN.width - 300, top: 0, width: 300, height: GNOME_BAR_PX },
  async start(desktop) {
    const settings = join(desktop.folder, 'glib-2.0/settings');
    mkdirSync(settings, { recursive: true });
    writeFileSync(
      join(settings, 'keyfile'),
      `[org/gnome/shell]
enabled-extensions=['ubuntu-appindicators@ubuntu.com']
welcome-dialog-last-shown-version='999'
[org/gnome/desktop/interface]
enable-animations=false
[org/gnome/desktop/lockdown]
disable-lock-screen=true
`
    );
    const own = { XDG_CURRENT_DESKTOP: 'GNOME', GSETTINGS_BACKEND: 'keyfile' };
    const root = new DebianRoot(desktop, { ...OF_BOTH, ...own });
    await root.startSystemBus();
    root.spawn('gnome-shell', '--x11');
    await desktop.owned('org.gnome.Shell');
    root.spawn('gjs', '/usr/share/gnome-shell/org.gnome.Shell.Notifications');
    await desktop.owned('org.freedesktop.Notifications');
    // It begins with the overview of the windows, which has no bar of its own colour.
    await desktop.press('Escape');
  }
};
