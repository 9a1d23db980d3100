// Exposes two functions to the window's page: call and listen, limited to the known call and event names.
// It contains no schema and no logic.
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
