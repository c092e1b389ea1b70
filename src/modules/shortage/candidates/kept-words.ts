import type { CatalogueWords } from "./catalogue-words"

/** Counting takes this small a share of the time. */
const SHARE = 100

/** Quick enough to wait for, in milliseconds. */
const QUICK = 50

/**
 * Keeps the counted words of the catalogue, as they change slowly. Where counting
 * takes long, those of before are used while it runs.
 *
 * @param count - counts them anew
 */
export class KeptWords {
  private kept: { words: CatalogueWords; took: number; at: number } | undefined
  private counting: Promise<CatalogueWords> | undefined

  constructor(private readonly count: () => Promise<CatalogueWords>) {}

  async words(): Promise<CatalogueWords> {
    const { kept } = this
    if (!kept) {
      return await this.countOnce()
    }
    if (performance.now() - kept.at < kept.took * SHARE) {
      return kept.words
    }
    const counting = this.countOnce()
    if (kept.took <= QUICK) {
      return await counting
    }
    // What fails is tried again at the next question.
    counting.catch(() => undefined)
    return kept.words
  }

  private countOnce(): Promise<CatalogueWords> {
    this.counting ??= this.countAndKeep().finally(() => {
      this.counting = undefined
    })
    return this.counting
  }

  private async countAndKeep(): Promise<CatalogueWords> {
    const at = performance.now()
    const words = await this.count()
    this.kept = { words, took: performance.now() - at, at: performance.now() }
    return words
  }
}
