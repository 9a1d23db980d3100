// Tries all ways in which a script in a page could get out: windows, other pages, files, devices. Runs inside the
// page.
/* eslint-disable n/no-unsupported-features/node-builtins -- The page's own, of Chromium. */

/** Tries all ways out of the page; resolves with those that worked. */
export async function tryDoors(): Promise<string[]> {
  const open: string[] = [];
  const strange = [
    'file:///etc/passwd',
    'app://tokentray/index.html?again',
    'app://elsewhere/index.html',
    'data:text/html,<h1>elsewhere</h1>',
    'javascript:void(document.title="taken")',
    'about:blank',
    'blob:app://tokentray/1',
    'devtools://devtools/bundled/inspector.html',
    'chrome://version',
    'view-source:app://tokentray/index.html',
    'mailto:somebody@example.test',
    'https://example.test/'
  ];
  const quietly = (deed: () => unknown) => {
    try {
      return deed();
    } catch {
      return null;
    }
  };
  for (const url of strange) {
    if (quietly(() => window.open(url)) != null) open.push(`window.open ${url}`);
    const link = document.createElement('a');
    Object.assign(link, { href: url, target: '_blank' });
    document.body.append(link);
    link.click();
    link.target = '_top';
    link.click();
    link.setAttribute('download', 'stolen.txt');
    link.click();
    link.remove();
    quietly(() => location.assign(url));
    quietly(() => location.replace(url));
  }
  quietly(() => history.pushState(null, '', 'app://elsewhere/'));
  history.back();
  history.go(-5);
  const asked = performance.now();
  for (let count = 0; count < 50; count++) {
    quietly(() => alert('again'));
    if (quietly(() => confirm('again')) === true) open.push('confirm');
    if (typeof quietly(() => prompt('again', 'yes')) === 'string') open.push('prompt');
    quietly(() => print());
  }
  if (performance.now() - asked > 5000) open.push('dialogs that wait');
  const frame = document.createElement('iframe');
  quietly(() => (frame.srcdoc = '<script>top.taken = 1</script>'));
  quietly(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.taken=1">'));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- It is what is tried here.
  quietly(() => setTimeout('window.taken=1'));
  document.body.append(frame);
  window.addEventListener('beforeunload', event => event.preventDefault());
  await new Promise(done => setTimeout(done, 1500));
  if ('taken' in window) open.push('a script in a frame');
  frame.remove();
  return open;
}

/** Requests every permission that a browser asks the person for; resolves with the ones that were granted. */
export async function askForPermissions(): Promise<string[]> {
  const given: string[] = [];
  const { mediaDevices, geolocation, clipboard, serviceWorker } = navigator;
  const others = navigator as unknown as Record<
    string,
    Record<string, (asked?: unknown) => Promise<unknown>>
  >;
  const asks: Record<string, () => unknown> = {
    camera: () => mediaDevices.getUserMedia({ video: true }),
    microphone: () => mediaDevices.getUserMedia({ audio: true }),
    screen: () => mediaDevices.getDisplayMedia(),
    place: () => new Promise((done, failed) => geolocation.getCurrentPosition(done, failed)),
    'clipboard to read': () => clipboard.readText(),
    notifications: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    },
    'a service worker': () => serviceWorker.register('./assets/worker.js'),
    usb: () => others.usb?.requestDevice?.({ filters: [] }) ?? Promise.reject(new Error('none')),
    hid: async () => {
      const devices = (await others.hid?.requestDevice?.({ filters: [] })) as unknown[] | undefined;
      if (!devices?.length) throw new Error('none');
    },
    serial: () => others.serial?.requestPort?.() ?? Promise.reject(new Error('none')),
    bluetooth: () =>
      others.bluetooth?.requestDevice?.({ acceptAllDevices: true }) ?? Promise.reject(new Error('none')),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
    'a file': () => (window as unknown as { showOpenFilePicker(): Promise<unknown> }).showOpenFilePicker(),
    'a saved file': () =>
      (window as unknown as { showSaveFilePicker(): Promise<unknown> }).showSaveFilePicker(),
    'wake lock': () => navigator.wakeLock.request('screen'),
    'full screen': async () => {
      document.documentElement.requestFullscreen().catch(() => undefined);
      await new Promise(done => setTimeout(done, 500));
      if (!document.fullscreenElement) throw new Error('denied');
    },
    'the pointer': () => document.body.requestPointerLock(),
    fonts: async () => {
      const found = await (window as unknown as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts();
      if (found.length === 0) throw new Error('none');
    },
    'storage for good': async () => {
      if (!(await navigator.storage.persist())) throw new Error('denied');
    }
  };
  for (const [name, ask] of Object.entries(asks)) {
    const outcome = await Promise.race([
      Promise.resolve()
        .then(ask)
        .then(
          () => 'given',
          () => 'denied'
        ),
      new Promise(done => setTimeout(() => done('waiting'), 1500))
    ]);
    if (outcome !== 'denied') given.push(`${name}: ${String(outcome)}`);
  }
  return given;
}

/** Reads addresses of our own scheme that are no page of the app, in every way that a script can use. */
export async function readOutside(paths: readonly string[]): Promise<string[]> {
  const read: string[] = [];
  for (const path of paths) {
    await fetch(path).then(
      () => read.push(`fetch ${path}`),
      () => undefined
    );
    const loads = (tag: 'script' | 'img' | 'link') =>
      new Promise<boolean>(done => {
        const made = document.createElement(tag);
        made.onload = () => done(true);
        made.onerror = () => done(false);
        try {
          if (tag === 'link') Object.assign(made, { rel: 'stylesheet', href: path });
          else Object.assign(made, { src: path });
        } catch {
          return done(false);
        }
        document.head.append(made);
        setTimeout(() => done(false), 500);
      });
    for (const tag of ['script', 'img', 'link'] as const) if (await loads(tag)) read.push(`${tag} ${path}`);
  }
  return read;
}
