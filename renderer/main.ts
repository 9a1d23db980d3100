// Starts a page: the window or the small one beside the tray icon, drawn from the state that the main process pushes.
import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import Popover from './views/Popover.svelte';

mount(location.search === '?popover' ? Popover : App, { target: document.body });
