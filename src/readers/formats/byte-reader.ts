const [CR, LF] = [0x0d, 0x0a];

/** Reads a stream of bytes by lines and by counted pieces, with no more of it in memory than is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #left: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line without its end; null at the end of the stream or where the line is longer than `longest`. */
  async line(longest: number): Promise<string | null> {
    for (;;) {
      const end = this.#left.indexOf(LF);
      if (end >= 0) {
        const line = this.#left.subarray(0, this.#left[end - 1] === CR ? end - 1 : end).toString('utf8');
        this.#left = this.#left.subarray(end + 1);
        return line;
      }
      if (this.#left.length > longest) return null;
      const { value, done } = await this.#chunks.next();
      if (done) return null;
      this.#left = Buffer.concat([this.#left, value]);
    }
  }

  /** The next `count` bytes, or null for more than `most`, which are passed over; `missing` says how many the stream lacks. */
  async take(count: number, most: number): Promise<{ bytes: Buffer | null; missing: number }> {
    const taken: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#left.length === 0) {
        const { value, done } = await this.#chunks.next();
        if (done) break;
        this.#left = value;
      }
      const piece = this.#left.subarray(0, missing);
      this.#left = this.#left.subarray(piece.length);
      missing -= piece.length;
      if (count <= most) taken.push(piece);
    }
    return { bytes: count <= most ? Buffer.concat(taken) : null, missing };
  }
}
