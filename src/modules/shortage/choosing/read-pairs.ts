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

/**
 * The lines of a file with two columns: the SKU of a variant, and that of what
 * replaces it. Commas, semicolons and tabs separate them, whichever the first
 * line has; cells may be quoted, and empty lines are left out.
 */
export function readPairs(csv: string): PairLine[] {
  const text = csv.replace(/^\uFEFF/, "")
  const [first = ""] = text.split(/\r?\n/, 1)
  const separator = [";", "\t"].find((one) => first.includes(one)) ?? ","
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
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

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ""
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at)
    if (letter === '"' && isQuoted && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (letter === '"') {
      isQuoted = !isQuoted
    } else if (letter === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ""
    } else {
      cell += letter
    }
  }
  return [...cells, cell.trim()]
}
