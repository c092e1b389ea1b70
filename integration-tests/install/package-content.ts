import { lstatSync, realpathSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Installation } from "./install-plugin"
import { PublishedFiles } from "./published-files"

const kilobyte = 1000

const CHUNKS = ".medusa/server/src/admin/_chunks"
/** The list, loaded while the dashboard is idle. */
const QUEUE = `${CHUNKS}/desk-pages.mjs`
/** The call sheet, which other pages open, too. */
const CALL_SHEET = `${CHUNKS}/call-sheet.mjs`
/** Loaded when a form of the sheet is opened. */
const SHEET_FORMS = `${CHUNKS}/forms.mjs`
/** How a time of day becomes an instant: for the sheet and the settings. */
const WALL_CLOCK = `${CHUNKS}/from-wall-clock.mjs`
/** Loaded where somebody wants to hear or see what is new. */
const NEWS = [`${CHUNKS}/watch.mjs`, `${CHUNKS}/ring.mjs`]
/** Loaded by the dashboard only when somebody opens the settings. */
const SETTINGS = `${CHUNKS}/pages.mjs`
/** The texts of the settings. Only the dashboard's own language is loaded. */
const SETTINGS_TEXTS = ["bg", "en", "ru", "uk"].map(
  (language) => `${CHUNKS}/${language}.mjs`
)

/** The settings' page of shared contacts, and what it has in common with others. */
const SHARED_CONTACTS = [
  `${CHUNKS}/shared-contacts-page.mjs`,
  `${CHUNKS}/settings-page.mjs`,
  `${CHUNKS}/use-share-contact.mjs`,
  `${CHUNKS}/load-error.mjs`,
]

/** Loaded when somebody looks for a time zone. */
const ZONE_CITIES = `${CHUNKS}/zone-cities.mjs`

/** Loaded when somebody corrects an order from its sheet. */
const ORDER_FORMS = `${CHUNKS}/order-forms.mjs`
/** Loaded on an order's page. */
const ORDER_BANDS = `${CHUNKS}/order-bands.mjs`
const ORDER = [ORDER_FORMS, ORDER_BANDS]
const LATER = [
  QUEUE,
  CALL_SHEET,
  SHEET_FORMS,
  WALL_CLOCK,
  SETTINGS,
  ZONE_CITIES,
  ...NEWS,
  ...SHARED_CONTACTS,
  ...ORDER,
  ...SETTINGS_TEXTS,
]

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

  it("is under 800 kB", () => {
    expect(statSync(installation().tarball).size).toBeLessThan(800 * kilobyte)
  })

  it("is under 70 kB gzipped for the dashboard, 40 kB more for the desk, 8 kB for the forms of its sheet, 55 kB more for its settings, and 10 kB for their texts", () => {
    const always = published
      .matching(/\/src\/admin\/.+\.mjs$/)
      .filter((path) => !LATER.includes(path))
      .map((path) => published.gzippedBytes(path))
      .reduce((sum, bytes) => sum + bytes, 0)

    expect(always).toBeLessThan(70 * kilobyte)
    expect(
      published.gzippedBytes(QUEUE) + published.gzippedBytes(CALL_SHEET)
    ).toBeLessThan(40 * kilobyte)
    expect(published.gzippedBytes(SHEET_FORMS)).toBeLessThan(8 * kilobyte)
    for (const path of [WALL_CLOCK, ...NEWS, ...SHARED_CONTACTS]) {
      expect(published.gzippedBytes(path)).toBeLessThan(2 * kilobyte)
    }
    expect(published.gzippedBytes(SETTINGS)).toBeLessThan(55 * kilobyte)
    expect(published.gzippedBytes(ZONE_CITIES)).toBeLessThan(3 * kilobyte)
    for (const path of ORDER) {
      expect(published.gzippedBytes(path)).toBeLessThan(3 * kilobyte)
    }
    for (const path of SETTINGS_TEXTS) {
      expect(published.gzippedBytes(path)).toBeLessThan(10 * kilobyte)
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
