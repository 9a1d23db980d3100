// The least that an Electron program can do: it starts, and ends at once.
process.exit(0);
