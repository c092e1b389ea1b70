import { Writable } from "node:stream"

/** Collects what is written to it. */
export class KeptOutput extends Writable {
  private readonly chunks: Buffer[] = []

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.chunks.push(chunk)
    done()
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString()
  }
}
