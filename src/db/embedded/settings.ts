import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;

/** Settings of the server that are the same everywhere. */
const FIXED = {
  listen_addresses: '127.0.0.1',
  // Their paths may have 107 bytes, which a data folder soon exceeds.
  unix_socket_directories: '',
  max_connections: '100',
  // After each checkpoint the first change to a page writes all of it to the log. By default a load makes one every few thousand articles, and
  // most of what it writes are whole pages. What is not yet in the tables is read again after a crash: 2 GB take seconds.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Compiling a statement that counts much takes longer than running it.
  jit: 'off',
  cluster_name: 'quotewire',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A query whose client was killed ends too, and with it the connection that would keep the server.
  client_connection_check_interval: '5s',
};

/** How the server runs on a machine, or in a container, with so many bytes of memory. */
export const settingsFor = (memory = availableMemory()): Readonly<Record<string, string>> => ({
  ...FIXED,
  shared_buffers: `${buffers(memory)}MB`,
});

/**
 * Megabytes for PostgreSQL's own pages: an eighth of the memory, since others work on the machine too; 128, its default, at least, and 1,024 at
 * most, which hold the indexes of two hundred thousand articles. It takes them as they are used.
 */
const buffers = (memory: number) => Math.min(1024, Math.max(128, Math.floor(memory / 8 / MEGABYTE)));

/** Bytes that this process may use at most: the machine's, or its container's where that has fewer. */
function availableMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
