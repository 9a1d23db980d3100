// Removes Electron's own start page from a packaged app: with it, an app without app.asar would run any given file.
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** Hook of electron-builder; called once per target with the unpacked folder. */
module.exports = async function removeStartPage({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin' || electronPlatformName === 'mas';
  const bundle = `${packager.appInfo.productFilename}.app/Contents/Resources`;
  await rm(join(appOutDir, isMac ? bundle : 'resources', 'default_app.asar'), { force: true });
};
