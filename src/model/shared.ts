/**
 * Lists of numbers in memory that all threads see: weights take tens of megabytes, and each thread that unpacked its own would take as
 * much again, and as long to begin. Nobody writes to them once they are read.
 */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));
export const sharedShorts = (length: number): Int16Array => new Int16Array(new SharedArrayBuffer(2 * length));
export const sharedWords = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length));
export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));
