// Starts a page: the window or the small one beside the tray icon, drawn from the state that the main process pushes.
import { mount } from 'svelte';
import './app.css';
import App from './shell/App.svelte';

const target = document.body;
if (location.search !== '?popover') mount(App, { target });
else void import('./popover').then(({ Popover }) => mount(Popover, { target }));
