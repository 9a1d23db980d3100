// Set up before tests of the window: what they wait for may come late on a busy machine. Nothing waits longer than it must.
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 20_000 });
