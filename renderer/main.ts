// Starts the window: one app on the body, drawn from the state that the main process pushes.
import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';

mount(App, { target: document.body });
