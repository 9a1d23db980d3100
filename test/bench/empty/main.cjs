// The smallest Electron program: it starts, and ends at once.
process.exit(0);
