// Where a tray item is, in every form in which versions of Electron announce it to the watcher. Pure.

const USUAL_PATH = '/StatusNotifierItem';

/**
 * `announced`: a unique or well-known name, a path of the sender, or both as one text; `sender`: the unique name of the
 * connection that announced it. Gives { destination, path }.
 */
export function placeOfItem(announced, sender) {
  const [, name, path] = /^([^/]*)(\/.*)?$/.exec(announced) ?? [];
  return { destination: name || sender, path: path ?? USUAL_PATH };
}
