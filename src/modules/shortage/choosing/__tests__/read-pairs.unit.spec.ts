import { readPairs, withoutHeader, writePairs } from "../read-pairs"

const cells = (csv: string) => readPairs(csv).map((line) => line.cells)

describe("a file of pinned pairs", () => {
  it("has a line for each pair, whatever separates the cells", () => {
    for (const csv of ["A,B\nC,D", "A;B\r\nC;D\r\n", "A\tB\nC\tD\n"]) {
      expect(cells(csv)).toEqual([
        ["A", "B"],
        ["C", "D"],
      ])
    }
  })

  it.each([
    "\uFEFFSKU,replacement_sku",
    "sku,instead",
    "Variant SKU,SKU of what replaces it",
    "Артикул,Заміна",
  ])(
    "keeps the numbers of the lines when names (%s) and empty lines are left out",
    (names) => {
      const lines = readPairs(`${names}\n\n A , B \n,\n`)
      expect(withoutHeader(lines, () => false)).toEqual([
        { line: 3, cells: ["A", "B"] },
      ])
    }
  )

  it("does not take an SKU for a column's name", () => {
    const known = readPairs("SKU-RED,B\n")
    expect(withoutHeader(known, (sku) => sku === "SKU-RED")).toEqual(known)
    const mistyped = readPairs("SKU-1,B\n")
    expect(withoutHeader(mistyped, () => false)).toEqual(mistyped)
  })

  it("is written as it is read", () => {
    const pairs = [
      ["A,1", 'say "B"'],
      ["C;D", "E"],
    ]
    expect(
      withoutHeader(readPairs(writePairs(pairs)), () => false).map(
        ({ cells }) => cells
      )
    ).toEqual(pairs)
  })

  it("may have quoted cells", () => {
    expect(cells('"A,1","say ""B"""')).toEqual([["A,1", 'say "B"']])
  })

  it("shows a line with too many or too few cells as it is", () => {
    expect(cells("A\nA,B,C")).toEqual([["A"], ["A", "B", "C"]])
  })
})
