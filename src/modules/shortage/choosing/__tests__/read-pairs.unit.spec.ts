import { readPairs, withoutHeader, writePairs, WrongQuote } from "../read-pairs"

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

  it("is told from all of it what separates the cells, however those are quoted", () => {
    expect(cells('"A,1";B\nC;"D,2"')).toEqual([
      ["A,1", "B"],
      ["C", "D,2"],
    ])
    expect(cells('"SKU;code",other\nA,B')).toEqual([
      ["SKU;code", "other"],
      ["A", "B"],
    ])
    expect(cells("SKU\treplacement, if any\nA;1\tB")).toEqual([
      ["SKU", "replacement, if any"],
      ["A;1", "B"],
    ])
  })

  it.each([
    ["is not closed", 'A,B\n\nC,D\n"E,F\nG,H\n', 4],
    ["is not closed after a semicolon", 'A;B\r\nC;"D\r\nE;F', 2],
    ["stands within a cell", 'A,B\nTV-32",C\nD,E', 2],
  ])("is refused with the line whose quotation mark %s", (_, csv, line) => {
    expect(() => readPairs(csv)).toThrow(new WrongQuote(line))
  })

  it("may have quoted cells", () => {
    expect(cells('"A,1","say ""B"""')).toEqual([["A,1", 'say "B"']])
  })

  it("shows a line with too many or too few cells as it is", () => {
    expect(cells("A\nA,B,C")).toEqual([["A"], ["A", "B", "C"]])
  })
})
