import { readPairs } from "../read-pairs"

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

  it("keeps the numbers of the lines when names and empty lines are left out", () => {
    expect(readPairs("\uFEFFSKU,replacement_sku\n\n A , B \n,\n")).toEqual([
      { line: 3, cells: ["A", "B"] },
    ])
  })

  it("may have quoted cells", () => {
    expect(cells('"A,1","say ""B"""')).toEqual([["A,1", 'say "B"']])
  })

  it("shows a line with too many or too few cells as it is", () => {
    expect(cells("A\nA,B,C")).toEqual([["A"], ["A", "B", "C"]])
  })
})
