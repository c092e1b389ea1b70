import { lstatSync, realpathSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Installation } from "./install-plugin"
import { PublishedFiles } from "./published-files"

const kilobyte = 1000

const ADMIN = ".medusa/server/src/admin"
const chunk = (name: string) => `${ADMIN}/_chunks/${name}.mjs`
const inEach = (part: string) =>
  ["bg", "en", "ru", "uk"].map((language) => chunk(`${part}-${language}`))

/** The list and the call sheet, loaded while the dashboard is idle. */
const DESK = ["desk-pages", "call-sheet"].map(chunk)
/** Loaded while the agent reads, before one of them is opened. */
const SHEET_FORMS = ["time-form", "write-form"].map(chunk)
/** Loaded only when somebody opens the settings. */
const SETTINGS = chunk("pages")
/** On the sheet of an order that is short. */
const SHORTAGE_SECTION = chunk("shortage-section")
/** What may be done about each short line. */
const SHORTAGE_LINE = chunk("resolve-line")
/** What the pages of the settings have in common with those of windows. */
const SETTINGS_FIELDS = ["working-time-input", "working-time-text"].map(chunk)
/** The board of a day, and when couriers come. */
const DELIVERY_PAGES = ["deliveries-page", "windows-page"].map(chunk)
/** What is out of stock, for the owner, and what is offered in place of it. */
const SHORTAGE_PAGES = ["owner-page", "pinned-alternatives"].map(chunk)
/** On an order's page and on its sheet, and what is opened seldom. */
const DELIVERY_PARTS = [
  "order-delivery",
  "delivery-window-section",
  // What those two share: the windows to choose from, and to say why.
  "reason-field",
  // Opened in the settings, which are the lighter for it.
  "template-form",
  "exception-form",
].map(chunk)
/** Only those in the dashboard's own language are loaded. */
const SETTINGS_TEXTS = inEach("settings")
const SHORTAGE_TEXTS = inEach("shortage")
const DELIVERY_TEXTS = inEach("delivery-window")

export function packageContent(installation: () => Installation): void {
  let published: PublishedFiles
  beforeAll(() => {
    published = new PublishedFiles(installation().plugin)
  })

  it("is installed as a copy that the store finds by its name", () => {
    const { plugin, store } = installation()
    const { resolve } = createRequire(join(store.folder, "package.json"))

    expect(lstatSync(plugin).isSymbolicLink()).toBe(false)
    expect(resolve("medusa-plugin-follow-ups/package.json")).toBe(
      join(realpathSync(plugin), "package.json")
    )
  })

  it("is under 1,250 kB", () => {
    expect(statSync(installation().tarball).size).toBeLessThan(1_250 * kilobyte)
  })

  it("is under 72 kB gzipped for the dashboard, 42 kB more for the desk, 10 kB for a form of its sheet, 50 kB more for its settings, and 10 kB for their texts", () => {
    const size = (...paths: string[]) =>
      paths
        .map((path) => published.gzippedBytes(path))
        .reduce((sum, bytes) => sum + bytes, 0)
    const always = published.loadedWith(`${ADMIN}/index.mjs`)
    const limited = [
      ...always,
      ...DESK,
      ...SHEET_FORMS,
      SETTINGS,
      ...SETTINGS_FIELDS,
      SHORTAGE_SECTION,
      SHORTAGE_LINE,
      ...SHORTAGE_PAGES,
      ...SETTINGS_TEXTS,
      ...SHORTAGE_TEXTS,
      ...DELIVERY_PAGES,
      ...DELIVERY_PARTS,
      ...DELIVERY_TEXTS,
    ]

    expect(size(...always)).toBeLessThan(72 * kilobyte)
    expect(size(...DESK)).toBeLessThan(42 * kilobyte)
    // Times are read as they are typed in four languages.
    for (const path of SHEET_FORMS) {
      expect(size(path)).toBeLessThan(10 * kilobyte)
    }
    expect(size(SETTINGS)).toBeLessThan(50 * kilobyte)
    expect(size(...SETTINGS_FIELDS)).toBeLessThan(9 * kilobyte)
    expect(size(SHORTAGE_SECTION)).toBeLessThan(15 * kilobyte)
    expect(size(SHORTAGE_LINE)).toBeLessThan(8 * kilobyte)
    for (const path of SHORTAGE_PAGES) {
      expect(size(path)).toBeLessThan(4 * kilobyte)
    }
    for (const path of DELIVERY_PAGES) {
      expect(size(path)).toBeLessThan(10 * kilobyte)
    }
    for (const path of DELIVERY_PARTS) {
      expect(size(path)).toBeLessThan(4 * kilobyte)
    }
    for (const path of [
      ...SETTINGS_TEXTS,
      ...SHORTAGE_TEXTS,
      ...DELIVERY_TEXTS,
    ]) {
      expect(size(path)).toBeLessThan(10 * kilobyte)
    }
    // What several of them share, and what is seldom opened.
    for (const path of published.matching(/\/src\/admin\/.+\.mjs$/)) {
      if (!limited.includes(path)) {
        expect([path, size(path) < 3 * kilobyte]).toEqual([path, true])
      }
    }
  })

  it("holds nothing but what a store loads, its types and its papers", () => {
    const rooms =
      /^\.medusa\/server\/src\/((admin|api|business-time|desk|jobs|links|modules|policies|postgres|refusals|shop|subscribers|workflows)\/|(clock|money)\.(js|d\.ts)$)/

    expect(published.matching(/^[^/]+$/)).toEqual([
      "LICENSE",
      "README.md",
      "package.json",
    ])
    expect(
      published.paths.filter((path) => path.includes("/") && !rooms.test(path))
    ).toEqual([])
    expect(
      published.paths.filter(
        (path) => path.includes("/") && !/\.(m?js|d\.ts)$/.test(path)
      )
    ).toEqual([])
    expect(
      published.matching(/__tests__|__mocks__|\.spec\.|snapshot|\.env|demo/)
    ).toEqual([])
  })

  it("has every room that a store loads", () => {
    for (const room of [
      "api",
      "jobs",
      "links",
      "policies",
      "subscribers",
      "workflows",
    ]) {
      expect(
        published.matching(new RegExp(`^.medusa/server/src/${room}/.+\\.js$`))
      ).not.toEqual([])
    }
    expect(published.matching(/modules\/[^/]+\/index\.js$/)).not.toEqual([])
    expect(published.matching(/migrations\/Migration\d+\.js$/)).not.toEqual([])
  })

  it("names every package that it imports", () => {
    expect(published.undeclared()).toEqual([])
  })

  it("tells nothing of the machine that it was built on", () => {
    const { tarball } = installation()
    const telltale = [process.cwd(), process.env.HOME, tarball].filter(
      (path) => path && path.length > "/root".length
    )
    const told = published.paths.filter((path) =>
      telltale.some((place) => published.text(path).includes(`${place}`))
    )

    expect(told).toEqual([])
  })
}
