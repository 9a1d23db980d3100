// Draws an SVG at many sizes with Chromium and prints the PNGs as JSON: `electron icon-drawer FILE 'JSON of wishes'`.
/* global Image, document -- of the page. */
const { app, BrowserWindow } = require('electron');
const { readFileSync } = require('node:fs');

/** Runs in the page. `share`: how much of the square the image fills; 1: all of it. */
async function draw(source, wishes) {
  const image = new Image();
  image.src = source;
  await image.decode();
  return wishes.map(({ size, share }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
    const side = size * share;
    canvas.getContext('2d').drawImage(image, (size - side) / 2, (size - side) / 2, side, side);
    return { size, share, png: canvas.toDataURL('image/png').split(',')[1] };
  });
}

app.disableHardwareAcceleration();
void app.whenReady().then(async () => {
  const [file, wishes] = process.argv.slice(-2);
  // Without a size in the SVG, it would be drawn at 300 x 150 and then enlarged.
  const svg = readFileSync(file, 'utf8').replace('<svg ', '<svg width="1024" height="1024" ');
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<title>icons</title>');
  const drawn = await window.webContents.executeJavaScript(`(${draw})(${JSON.stringify(source)}, ${wishes})`);
  process.stdout.write(`${JSON.stringify(drawn)}\n`, () => app.exit(0));
});
