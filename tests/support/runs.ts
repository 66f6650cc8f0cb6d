/** How often to repeat something: a sample in `npm test`, all of it in `npm run test:full`. */
export const runs = (sample: number, all: number): number => (process.env.QUOTEWIRE_TEST_FULL ? all : sample);
