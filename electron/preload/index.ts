import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME } from '#shared/host/channels';
import { createPreloadApi } from './createPreloadApi';

contextBridge.exposeInMainWorld(BRIDGE_NAME, createPreloadApi(ipcRenderer));
