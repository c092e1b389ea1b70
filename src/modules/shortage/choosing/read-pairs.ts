import { CsvError, parse } from "csv-parse/sync"

/** A line of a file of pinned pairs. */
export type PairLine = {
  /** From 1, as an editor or a spreadsheet counts. */
  line: number
  /** What stands in it; a pair has two. */
  cells: string[]
}

/** What `writePairs` begins with. */
const HEADER = ["sku", "replacement_sku"]

/** A column's name has no digits, and says what a cell of it is. */
const NAMES_A_COLUMN = /^\D*(sku|артикул|код)\D*$/i

/** What programs put between the cells of a line; the first if none fits. */
const SEPARATORS = [",", ";", "\t"] as const

const NEW_LINE = /\r\n|\r|\n/

/** A quotation mark that is not closed, or stands where none may. */
export class WrongQuote extends Error {
  constructor(readonly line: number) {
    super(`line ${line} has a quotation mark that is not closed`)
  }
}

/**
 * The lines of a file with two columns: the SKU of a variant, and that of what
 * replaces it. Commas, semicolons or tabs separate them, whichever makes most
 * lines a pair; cells may be quoted, and empty lines are left out.
 *
 * @throws WrongQuote
 */
export function readPairs(csv: string): PairLine[] {
  const wrong: WrongQuote[] = []
  const readings = SEPARATORS.flatMap((separator) => {
    try {
      return [read(csv, separator)]
    } catch (error) {
      if (!(error instanceof CsvError)) {
        throw error
      }
      const before = Buffer.from(csv).subarray(0, Number(error.bytes))
      wrong.push(new WrongQuote(before.toString().split(NEW_LINE).length))
      return []
    }
  })
  const [best] = readings.sort((one, other) => pairsIn(other) - pairsIn(one))
  if (!best) {
    // The separator that is right reads furthest.
    throw wrong.sort((one, other) => other.line - one.line)[0]
  }
  return best
}

const pairsIn = (lines: readonly PairLine[]) =>
  lines.filter(({ cells }) => cells.length === 2).length

function read(csv: string, delimiter: string): PairLine[] {
  const lines: PairLine[] = []
  parse(csv, {
    delimiter,
    bom: true,
    on_record: (cells, { lines: line }) => {
      lines.push({ line, cells })
      return null
    },
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  })
  return lines
}

/**
 * The lines without the columns' names, in whatever words a spreadsheet has them.
 *
 * @param isSku - whether a variant has this SKU, however it looks
 */
export function withoutHeader(
  lines: readonly PairLine[],
  isSku: (sku: string) => boolean
): PairLine[] {
  const [first, ...others] = lines
  const [name = ""] = first?.cells ?? []
  return NAMES_A_COLUMN.test(name) && !isSku(name) ? others : [...lines]
}

/** A file that `readPairs` reads, with the columns' names. */
export function writePairs(pairs: readonly (readonly string[])[]): string {
  return [HEADER, ...pairs]
    .map((cells) => `${cells.map(cellOf).join()}\r\n`)
    .join("")
}

const cellOf = (cell: string): string =>
  /[",;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
