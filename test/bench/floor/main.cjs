// The floor: a tray icon with a menu, and one empty sandboxed window on demand: the minimum cost of any Electron tray
// app.
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron');

const SIZE_PX = 22;
let tray;
let window;

function open() {
  window = new BrowserWindow({ width: 980, height: 680, webPreferences: { sandbox: true } });
  window.on('closed', () => (window = undefined));
  void window.loadURL('about:blank');
}

app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => {
  const pixels = Buffer.alloc(4 * SIZE_PX * SIZE_PX, 0x80);
  tray = new Tray(nativeImage.createFromBitmap(pixels, { width: SIZE_PX, height: SIZE_PX }));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Tokentray', click: open },
      { label: 'Close', click: () => window?.close() },
      { label: 'Quit', click: () => app.quit() }
    ])
  );
});
