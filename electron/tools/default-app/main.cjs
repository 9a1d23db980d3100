// Lets the fallback runtime run a project folder as official Electron does: electron [-r module]… FOLDER_OR_FILE
// [options].
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const Module = require('node:module');

const { preloads, target } = readArguments(process.argv.slice(1));
if (!target) {
  console.error('Usage: electron [options] FOLDER_OR_FILE [its options]');
  process.exit(2);
}
// Playwright's loader and electron-vite recognise an app that is not packaged by this property.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const file = Module._resolveFilename(target, null, true);
takeIdentity(file);
for (const preload of preloads) require(preload);
Module._load(file, null, true);

/** Only the words before the target are for this program; the words after it belong to the app. */
function readArguments(words) {
  const preloads = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '-r' || word === '--require') preloads.push(resolve(words[(at += 1)]));
    else if (word === '-v' || word === '--version') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    } else if (!word.startsWith('-')) return { preloads, target: resolve(word) };
  }
  return { preloads, target: undefined };
}

/** The name and the version determine the folder of the app's data, so they must be set before the app runs. */
function takeIdentity(file) {
  const manifest = join(target, 'package.json');
  const isFolder = existsSync(manifest);
  app.setAppPath(isFolder ? target : dirname(file));
  if (!isFolder) return;
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setDesktopName?.(desktopName || `${app.getName()}.desktop`);
}
