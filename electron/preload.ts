// The bridge of the window: two functions, limited to known names. No schema, no logic, no node beyond this.
import { contextBridge, ipcRenderer } from 'electron';
import { CALLS, EVENTS, type Bridge } from '../shared/ipc/channels';

const bridge: Bridge = {
  call(name, request) {
    if (!CALLS.includes(name)) return Promise.reject(new Error('unknown call'));
    return ipcRenderer.invoke(name, request);
  },
  on(name, listener) {
    if (!EVENTS.includes(name)) throw new Error('unknown event');
    const inner = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(name, inner);
    return () => ipcRenderer.removeListener(name, inner);
  }
};

contextBridge.exposeInMainWorld('tokentray', bridge);
