// Removes Electron's own start page from a packaged app: with it left in, a missing app.asar would run whatever is given.
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** electron-builder's hook; called once per target with the unpacked folder. */
module.exports = async function removeStartPage({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin' || electronPlatformName === 'mas';
  const bundle = `${packager.appInfo.productFilename}.app/Contents/Resources`;
  await rm(join(appOutDir, isMac ? bundle : 'resources', 'default_app.asar'), { force: true });
};
