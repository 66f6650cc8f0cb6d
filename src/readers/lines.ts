/** A line of a stream; null where it is longer than lines may be, and its bytes were let go. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer | null;
}

const NEWLINE = 0x0a;

/** The lines of a stream, one in memory at a time, without their ends. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let size = 0;
  let number = 0;
  const line = (): Line => {
    const bytes = size > longest ? null : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return { number: ++number, bytes };
  };
  const keep = (piece: Buffer) => {
    size += piece.length;
    if (size <= longest) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, to));
      yield line();
      from = to + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
