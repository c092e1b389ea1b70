import { partsOf } from "./allergens"
import { type Description, optionValues } from "./description"
import { likeness, plainOnce as plain, remembered, stemOf } from "./letters"
import type { MarkedAttribute } from "./product"
import { measure, type Quantity } from "./quantities"
import { isOfSign, isWritten } from "./same-value"
import { isWithin, suffixesFirstIn } from "./same-wording"
import { wordingsOf } from "./wording"

/** Reads the value under one of the attribute's keys; of options before metadata. */
export function storedUnder({
  keys,
}: MarkedAttribute): (of: Description) => string | null {
  const own = new Set(keys.map(plain))
  return ({ variant }) => {
    for (const source of [variant.options, variant.attributes]) {
      for (const [key, value] of Object.entries(source)) {
        if (
          own.has(plain(key)) &&
          optionValues({ ...variant, options: { key: value } }).length > 0
        ) {
          return asKept(key, value)
        }
      }
    }
    return null
  }
}

/** With the unit that its key names: `Volume, l`, `Довжина (см)`. */
export function asKept(key: string, value: string): string {
  const unit = keyUnit(key)
  return unit === "" ? value : inUnit(value, unit)
}

const keyUnit = remembered((key) => {
  const [, unit = ""] = /(?:,\s*|\()([^\s,()\d]{1,5})\)?$/u.exec(key) ?? []
  const { quantities } = measure(plain(`1 ${unit}`))
  return quantities.length === 1 ? unit : ""
})

const BARE = /^\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?\+?$/

/** Adds a unit to a value that is a number alone. */
function inUnit(value: string, unit: string): string {
  const bare = value.replace(",", ".").trim()
  return BARE.test(bare) ? `${bare.replace(/\s?\+$/, "")} ${unit}` : value
}

/** Values that the shop uses elsewhere, or the form of a size. */
export function valuesInTitle(
  attribute: MarkedAttribute,
  short: Description,
  known: readonly string[]
): string[] {
  const isSize = isCalled(attribute, /size|розмір|размер/i)
  const [format] = isSize ? short.sizes : []
  const found = (isFreedom(attribute) ? known.flatMap(partsOf) : known)
    .filter(
      (value) =>
        isOfSign(value, short.text) ??
        (wordingsOf(value).some(
          (one) =>
            // `40x50 cm` is no `40 cm`.
            (format === undefined || one.sizes.includes(format)) &&
            isWithin(one, short.wording, short.text)
        ) ||
          isWritten(value, short))
    )
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const [longest] = found
  if (longest !== undefined) {
    const isWorded = (value: string) =>
      /\p{L}{3}/u.test(value) && !/\d/.test(value)
    return isWorded(longest) ? found.filter(isWorded) : [longest]
  }
  if (format !== undefined) return [format]
  // `8/128 GB` is no figure alone.
  const figures = known.flatMap((value) => {
    const { quantities, rest } = measure(plain(value))
    return /\d/.test(rest) ? [] : quantities.slice(0, 1)
  })
  if (figures.length > 0 && figures.length >= known.length * 0.5) {
    const away = ({ dimension, value }: Quantity) =>
      Math.min(
        ...figures
          .filter((figure) => figure.dimension === dimension)
          .map((figure) => Math.abs(Math.log(figure.value / value)))
      )
    const [own] = short.quantities
      .filter((one) => away(one) < Infinity)
      .sort((a, b) => away(a) - away(b))
    if (own) return [asText(own)]
  }
  const measured = measuredBy(attribute, short)
  if (measured) return [asText(measured)]
  if (isCalled(attribute, FITTING)) return fittedIn(short)
  if (!isSize) return []
  const [, number, letters, paper] = SIZE.exec(short.text) ?? []
  const size = number ?? letters ?? paper
  if (size !== undefined) return [size]
  // `Vest 70-90 kg` is for whom it fits; 1.7 l is how much goes in.
  const [range] = short.quantities.filter(
    ({ dimension, to }) => to !== undefined && dimension === "mass"
  )
  if (range) return [asText(range)]
  const [lengths, masses] = [LENGTHS, WEIGHTS].map((dimensions) =>
    short.quantities.filter(({ dimension }) => dimensions.includes(dimension))
  )
  const [only] = [lengths, masses].filter((found) => found?.length === 1)
  return only?.map(asText) ?? []
}

/** Of allergens, what is in it counts as much as what it is free of. */
export function isFreedom(attribute: MarkedAttribute): boolean {
  return isCalled(attribute, /allerg|алерг|аллерг/i)
}

export function isCalled(
  { name, keys }: MarkedAttribute,
  called: RegExp
): boolean {
  return [name, ...keys].some((key) => called.test(key))
}

/** `9 скорости` where the shop keeps the attribute under `Скорости`. */
export function countOf(
  { name, keys }: MarkedAttribute,
  { counts }: Description
): number | null {
  const names = [name, ...keys].map(stemOf)
  return (
    counts.find((one) => names.some((its) => likeness(its, one.stem) >= 0.7))
      ?.number ?? null
  )
}

/** What stands before the number of an attribute of such a name. */
const LABELS: readonly [called: RegExp, label: string][] = [
  [
    /size|розмір|размер/iu,
    "size|sz|розмір|размер|р\\.|р-р|номер|#(?=\\s?\\d{1,2}(?!\\d))",
  ],
  [/spf/iu, "spf"],
  [/grit|зерн|зърн/iu, "зерно|зърно|зернист\\p{L}+|grit|[pрkк#]"],
  [/(?<!\p{L})(?:shade|тон|нюанс)(?!\p{L})/iu, "тон|tone|shade|нюанс"],
  [/(?<!\p{L})(?:stage|ступен|ступін)/iu, "stage|ступен\\p{L}+|ступін\\p{L}*"],
]

/** The number that a title calls by the attribute's name: `№8`, `SPF 30`. */
export function labelledBy(
  attribute: MarkedAttribute
): (of: Description) => string | null {
  const label = LABELS.find(([called]) => isCalled(attribute, called))?.[1]
  if (label === undefined) return () => null
  const number = new RegExp(
    `(?<![\\p{L}\\d])(?:${label})\\s?\\.?\\s?(\\d{1,4}(?:\\.\\d{1,2})?)${NO_MORE}`,
    "gu"
  )
  return ({ text }) => {
    const found = new Set([...text.matchAll(number)].map(([, one]) => one))
    return found.size === 1 ? ([...found][0] ?? null) : null
  }
}

/** Not before a unit, nor where a range or a size of two figures begins. */
const NO_MORE =
  "(?![\\p{L}\\d]|[.,/x+-]\\d|\\+|\\s?-\\s?\\d|\\s?(?:см|cm|мм|mm|мл|ml|гр?|g|кг|kg|л|l)(?!\\p{L}))"

/** What a number without a unit is, as the attribute's name tells. */
const UNITS_OF: readonly [name: RegExp, unit: string][] = [
  [/(?<!\p{L})(?:age|вік|возраст|възраст)/u, "years"],
  [/piece|count|шт|кільк|колич|брой|детал|елемент|элемент/u, "pcs"],
  [/volt|напруг|напряж|напреж/u, "v"],
  [/power|потужн|мощн/u, "w"],
  [/micron|мікрон|микрон/u, "micron"],
  [/fat|жирн|масленост/u, "%"],
]

/** Adds that unit to a value that is a number alone. */
export function unitFor({
  name,
  keys,
}: MarkedAttribute): (value: string) => string {
  const unit = UNITS_OF.find(([called]) =>
    [name, ...keys].some((key) => called.test(plain(key)))
  )?.[1]
  return (value) => (unit === undefined ? value : inUnit(value, unit))
}

/** Sizes that a title can name without an option; `1.7 l` is none. */
const SIZE =
  /(?<![\p{L}\p{N}])(?:(?:size|sz|розмір|размер|р\.?|№|#|us|eu|рост|зріст)\s?\.?\s?(\d{1,3}(?:\.\d)?[t]?)|(?<!\p{N}\s?)(x{0,3}s|m|x{0,4}l|[2-6]xl|small|medium|large)|(a[0-6]))(?![\p{L}\p{N}])/u

const LENGTHS: readonly Quantity["dimension"][] = ["length", "inches"]
const WEIGHTS: readonly Quantity["dimension"][] = ["mass"]

/** What an attribute of such a name measures, where the shop keeps no value. */
const DIMENSIONS: readonly [
  called: RegExp,
  dimensions: readonly Quantity["dimension"][],
][] = [
  [/length|довжин|длин|дължин|height|висот|высот|височин/iu, LENGTHS],
  [
    /diameter|діаметр|диамет|width|ширин|thick|товщин|толщин|дебелин/iu,
    LENGTHS,
  ],
  [/diagonal|діагонал|диагонал|distance|відстан|расстоян|разстоян/iu, LENGTHS],
  [/power|потужн|мощн/iu, ["power"]],
  [/volt|напруг|напряж|напреж/iu, ["voltage"]],
  [/volume|об.єм|объ?ем|обем/iu, ["volume"]],
  [/weight|вага|(?<!\p{L})вес|тегло/iu, ["mass"]],
  [/(?<!\p{L})(?:current|струм|(?:сила )?тока?(?!\p{L}))/iu, ["current"]],
  [/capacity|ємн|емк|капацитет/iu, ["charge", "storage"]],
  [/(?<!\p{L})(?:age|вік|возраст|възраст|stage|ступен|ступін)/iu, ["months"]],
  [/(?<!\p{L})(?:dose|доза|дозуван|дозиров)/iu, ["dose", "units"]],
]

/** The figure that an attribute of this name has; of several lengths the largest. */
export function measuredBy(
  attribute: MarkedAttribute,
  { quantities }: Description
): Quantity | undefined {
  const named = DIMENSIONS.find(([called]) => isCalled(attribute, called))?.[1]
  const found = quantities
    .filter(({ dimension }) => named?.includes(dimension))
    .sort((a, b) => b.value - a.value)
  return isCalled(attribute, THICKNESS) ? found.at(-1) : found[0]
}

const THICKNESS = /thick|товщин|толщин|дебелин/iu

const FITTING =
  /^fit|compat|model|модел|сумісн|совмест|съвмест|підход|подход|пасва/i

/** `Coil for Terion X4`: a make and a model's code, or the only code there is. */
function fittedIn({ variant, codes, text }: Description): string[] {
  const [, ...served] = variant.title.split(FOR)
  const models = served.flatMap((part) => {
    const [first = ""] = part.split(/[,;()]/)
    const words = first.split(/\s+/)
    const end = words.findIndex((word) => !/^\p{Ll}?[\p{Lu}\d]/u.test(word))
    const name = end === -1 ? words : words.slice(0, end)
    const code = name.findIndex((word) => /\d/.test(word))
    return code > 0 ? [named(name.slice(0, code + 1).join(" "), part)] : []
  })
  return models.length > 0
    ? models.slice(0, 1)
    : codes.length === 1
      ? codes.map((code) => named(code, text))
      : []
}

/** With what belongs to the model's name: `S23`, of a `Galaxy S23 FE`. */
function named(model: string, text: string): string {
  const at = text.toLowerCase().indexOf(model.toLowerCase())
  const after = at === -1 ? "" : text.slice(at + model.length)
  return [model, ...suffixesFirstIn(after.toLowerCase())].join(" ").trim()
}

const FOR = /(?<!\p{L})(?:for|fits|для|до|за|на|к|към)\s/iu

const SYMBOL: Partial<Record<Quantity["dimension"], string>> = {
  volume: "l",
  mass: "g",
  dose: "mg",
  units: "iu",
  length: "mm",
  inches: "inch",
  power: "w",
  voltage: "v",
  charge: "mah",
  current: "a",
  temperature: "k",
  micron: "micron",
  pieces: "pcs",
  months: "mo",
  percent: "%",
  storage: "gb",
}

function asText({ dimension, value, to }: Quantity): string {
  return `${value}${to === undefined ? "" : `-${to}`} ${SYMBOL[dimension] ?? ""}`
}
