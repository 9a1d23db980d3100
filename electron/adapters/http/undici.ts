// The parts of undici that are in use, each from its own file: its index brings fetch, web sockets, caches and mocks, which
// would lie in memory for nothing. Its version is exact, so its files stay where they are.
import request from 'undici/lib/api/api-request.js';
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';

export { Agent, buildConnector, request };
