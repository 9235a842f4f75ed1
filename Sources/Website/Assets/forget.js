// Whoever signed out here leaves nothing behind on the device; the other tabs let go of their keys.
import { sweep } from './device.js';

const gone = document.getElementById('forget');
new BroadcastChannel('throughline').postMessage('signed out');
await sweep(gone.dataset.forget);
gone.hidden = false;
