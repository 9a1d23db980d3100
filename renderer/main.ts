// Entry point of the renderer: mounts the window or the popover.
import { mount } from 'svelte';
import './app.css';
import App from './shell/App.svelte';

const target = document.body;
if (location.search !== '?popover') mount(App, { target });
else void import('./popover').then(({ Popover }) => mount(Popover, { target }));
