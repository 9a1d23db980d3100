// Entry point of the renderer: mounts the window or the popover.
import { mount } from 'svelte';
import { language, languageOf, setLanguage } from '../shared/domain/language';
import './app.css';
import App from './shell/App.svelte';
import { loadTexts } from './state/loaded-texts';

const target = document.body;
// Of this computer's language, up to the first state, which names the chosen one.
setLanguage(languageOf('system', navigator.languages));
void loadTexts(language()).then(async () => {
  if (location.search !== '?popover') return mount(App, { target });
  const { Popover } = await import('./popover');
  return mount(Popover, { target });
});
