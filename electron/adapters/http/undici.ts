// Exports the parts of undici that are used, each imported from its own file, to save memory.
// undici's index also loads fetch, web sockets, caches and mocks. Its version is exact, so the files keep their paths.
import request from 'undici/lib/api/api-request.js';
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';

export { Agent, buildConnector, request };
