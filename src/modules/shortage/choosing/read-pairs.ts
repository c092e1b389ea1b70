/** A line of a file of pinned pairs. */
export type PairLine = {
  /** From 1, as an editor or a spreadsheet counts. */
  line: number
  /** What stands in it; a pair has two. */
  cells: string[]
}

/** What a spreadsheet that was exported with its titles begins with. */
const HEADER = ["sku", "replacement_sku"]

/**
 * The lines of a file with two columns: the SKU of a variant, and that of what
 * replaces it. Commas, semicolons and tabs separate them, whichever the first
 * line has; cells may be quoted, and a first line with the columns' names is left
 * out, as are empty ones.
 */
export function readPairs(csv: string): PairLine[] {
  const text = csv.replace(/^\uFEFF/, "")
  const [first = ""] = text.split(/\r?\n/, 1)
  const separator = [";", "\t"].find((one) => first.includes(one)) ?? ","
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line, separator) }))
    .filter(
      ({ line, cells }) =>
        cells.some((cell) => cell !== "") &&
        !(line === 1 && cells.join().toLowerCase() === HEADER.join())
    )
}

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
